import type { Refusal } from '../shared/gate.ts';
import type { Verdict } from './signature.ts';

/** What's said of a request that isn't Slack's, as far as its signature tells. */
export const refusals: Readonly<Record<Exclude<Verdict, 'good'>, Refusal>> = {
  no_signature: {
    code: 'no_signature',
    message: 'a request was refused: it has no signature of the kind that Slack makes',
    alone: null,
  },
  wrong_signature: {
    code: 'wrong_signature',
    message: 'a request was refused: it was signed with another signing secret',
    alone:
      'Requests come to /slack/events, and none was signed with SLACK_SIGNING_SECRET: compare it with "Basic Information", "App Credentials" of the app.',
  },
  clock: {
    code: 'clock',
    message: "a request was refused: Slack signed it, more than 5 minutes off this machine's clock",
    alone:
      "Slack's requests are signed more than 5 minutes before or after this machine's time: set its clock, and look after NTP.",
  },
};

/** Whoever else has installed the app may send. */
export const foreignWorkspace: Refusal = {
  code: 'foreign_workspace',
  message: 'what comes from a workspace that SLACK_BOT_TOKEN is not for was refused',
  alone: null,
};
