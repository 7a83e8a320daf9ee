import type { AuthTestResponse } from '@slack/web-api';
import type { Log } from '../../src/system/logger.ts';
import { tooLate, within } from '../../src/system/within.ts';
import { type Json, list, object, string } from '../shared/json.ts';
import { type Fault, type Standing, Watch } from '../shared/watch.ts';
import type { Transport } from './client.ts';
import { codeOf, isAboutToken } from './failures.ts';

/** https://docs.slack.dev/reference/scopes: what Buddy can't do without. */
const scopes = ['commands', 'chat:write', 'im:write', 'users:read'];

/** While all is well Slack is asked all the same, so that /readyz tells when it is away. */
const confirmAgainMs = 30_000;

/** Someone may be waiting for an answer, for which there are three seconds in all. */
const homeWithinMs = 1_000;

/** Who the bot is, and in which workspace. */
export interface Self {
  /** Undefined until Slack has told it. */
  readonly workspace: string | undefined;
  readonly botId: string | undefined;
  readonly botUserId: string | undefined;
}

/** Who a token is for. Empty where Slack did not say, `enterprise` outside of Enterprise Grid. */
export interface Home {
  readonly team: string;
  readonly enterprise: string;
}

/** Knows whether Slack accepts the bot token, and who it's for. */
export class TokenWatch {
  self: Self = { workspace: undefined, botId: undefined, botUserId: undefined };
  private told: Home | null = null;
  private wasReplaced = false;
  private readonly transport: Pick<Transport, 'call'>;
  private readonly watch: Watch;

  constructor(transport: Pick<Transport, 'call'>, log: Log, askAgainMs = 15_000) {
    this.transport = transport;
    this.watch = new Watch({
      ask: () => this.ask(),
      unasked: 'Slack has not confirmed SLACK_BOT_TOKEN yet.',
      every: { wellMs: confirmAgainMs, wrongMs: askAgainMs },
      platform: 'slack',
      lines: { wrong: 'Slack does not accept the bot token', well: 'Slack accepts the bot token' },
      log,
    });
  }

  trouble(): string | null {
    return this.watch.trouble();
  }

  standing(): Standing {
    return this.watch.standing();
  }

  start(): void {
    this.watch.start();
  }

  stop(): void {
    this.watch.stop();
  }

  /** Another token has taken the place of the one that Slack was asked about. */
  replaced(): void {
    this.wasReplaced = true;
    void this.watch.ask();
  }

  /** Some call failed with this code. */
  heard(code: string): void {
    if (isAboutToken(code)) this.watch.note(faultOf(code));
  }

  /** https://docs.slack.dev/reference/events/app_uninstalled and .../tokens_revoked */
  heardEvent(body: Json): void {
    const { type, tokens } = object(body.event);
    if (type === 'app_uninstalled') this.heard('account_inactive');
    if (type !== 'tokens_revoked' || list(object(tokens).bot).length === 0) return;
    // That of a token which another has replaced says nothing of that one.
    if (this.wasReplaced) void this.watch.ask();
    else this.heard('token_revoked');
  }

  /** Who the token is for, as Slack said last; null when it has never said so, and does not within a second. */
  async home(): Promise<Home | null> {
    if (this.told === null) await within(homeWithinMs, this.watch.ask(), tooLate);
    return this.told;
  }

  /** Asks Slack now, and says whether it accepts the token. */
  async accepts(): Promise<boolean> {
    await this.watch.ask();
    return this.watch.trouble() === null;
  }

  private async ask(): Promise<Fault | null> {
    try {
      const answer = await this.transport.call((web) => web.auth.test());
      this.self = { workspace: answer.team_id, botId: answer.bot_id, botUserId: answer.user_id };
      this.told = { team: string(answer.team_id), enterprise: string(answer.enterprise_id) };
      const missing = missingScopes(answer);
      return missing.length === 0 ? null : faultOf('missing_scope', missing);
    } catch (error) {
      return faultOf(codeOf(error) ?? 'unknown');
    }
  }
}

function faultOf(code: string, lacking: readonly string[] = []): Fault {
  return { words: sayTokenTrouble(code, lacking), code, isRefusal: isAboutToken(code) };
}

export function missingScopes(answer: AuthTestResponse): string[] {
  const granted = grantedScopes(answer);
  return granted === undefined ? [] : scopes.filter((scope) => !granted.includes(scope));
}

export function tellsScopes(answer: AuthTestResponse): boolean {
  return grantedScopes(answer) !== undefined;
}

/** Slack tells the granted scopes with every answer, in a header. */
function grantedScopes(answer: AuthTestResponse): string[] | undefined {
  return (answer.response_metadata as { scopes?: string[] } | undefined)?.scopes;
}

/** What is wrong with the bot token, for an operator. */
export function sayTokenTrouble(code: string, lacking: readonly string[]): string {
  if (code === 'account_inactive' || code === 'token_revoked' || code === 'user_removed_from_team') {
    return `Slack refuses SLACK_BOT_TOKEN (${code}): the app was removed from the workspace, or its tokens were revoked. Install it again.`;
  }
  if (code === 'missing_scope') {
    const which = lacking.length > 0 ? ` Missing: ${lacking.join(', ')}.` : '';
    return `SLACK_BOT_TOKEN lacks a scope (missing_scope).${which} Add it in the app's settings and install the app again.`;
  }
  if (isAboutToken(code)) return `Slack refuses SLACK_BOT_TOKEN (${code}).`;
  return `Slack has not confirmed SLACK_BOT_TOKEN yet (${code}).`;
}
