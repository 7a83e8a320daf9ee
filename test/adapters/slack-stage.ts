import { createSlackAdapter } from '../../adapters/slack/index.ts';
import { Secret } from '../../src/system/secret.ts';
import { direct } from '../support/direct.ts';
import type { Fault } from '../support/slack/faults.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';
import { type Stage, stage, until } from './stage.ts';

/** The real adapter, with the real Bolt in it, on a Slack of one's own. */
export interface SlackStage extends Stage {
  readonly slack: Slack;
}

export async function stageSlack(
  options: {
    readonly socketMode?: boolean;
    readonly botToken?: string;
    readonly apiUrl?: string;
    readonly enterpriseId?: string;
    /** What happens to the question who the token is for. */
    readonly authTest?: Fault;
    /** The adapter's clock. */
    readonly now?: () => number;
  } = {},
): Promise<SlackStage> {
  const { enterpriseId } = options;
  const slack = await startSlack(enterpriseId === undefined ? {} : { enterpriseId });
  slack.addPerson({ id: 'U0ANA', name: 'Ana Silva', tz: 'Europe/Lisbon' });
  slack.addPerson({ id: 'U0ROSA', name: 'Rosa Díaz', displayName: 'Rosa', tz: 'America/Denver' });
  if (options.authTest !== undefined) slack.fault('auth.test', options.authTest);
  const staged = await stage(slack, ({ log, refused }) =>
    createSlackAdapter({
      botToken: new Secret(options.botToken ?? slack.botToken),
      signingSecret: new Secret(slack.signingSecret),
      appToken: options.socketMode === true ? new Secret(slack.appToken) : null,
      apiUrl: options.apiUrl ?? slack.apiUrl,
      wayOut: direct,
      takesIn: true,
      now: options.now ?? Date.now,
      refused,
      log,
    }),
  );
  if (options.socketMode !== true) slack.connectTo(staged.server.url);
  else await until(() => slack.socketMode.connections === 1);
  return Object.assign(staged, { slack });
}
