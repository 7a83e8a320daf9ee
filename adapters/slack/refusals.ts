import type { Refusal } from '../shared/gate.ts';
import type { Forgery } from './signature.ts';

/** What's said of a request that isn't Slack's, as far as its signature tells. */
export const refusals: Readonly<Record<Forgery, Refusal>> = {
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
    message: "a request was refused: it says it was signed more than 5 minutes off this machine's clock",
    alone:
      "Requests come to /slack/events that say they were signed more than 5 minutes before or after this machine's time. If they are Slack's, set its clock, and look after NTP.",
  },
};

/** Anyone else has installed the app may send. */
export const foreignWorkspace: Refusal = {
  code: 'foreign_workspace',
  message: 'what comes from a workspace that SLACK_BOT_TOKEN is not for was refused',
  alone: null,
};
