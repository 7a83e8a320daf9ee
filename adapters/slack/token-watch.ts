import { AsyncLocalStorage } from 'node:async_hooks';
import type { AuthTestResponse, WebClient } from '@slack/web-api';
import type { Log } from '../../src/system/logger.ts';
import { type Json, list, object } from '../shared/json.ts';
import { codeOf, isAboutToken } from './failures.ts';

/** https://docs.slack.dev/reference/scopes: what Buddy cannot do without. */
const scopes = ['commands', 'chat:write', 'im:write', 'users:read'];

/** While all is well Slack is asked all the same, so that /readyz tells when it is away. */
const confirmAgainMs = 30_000;

/** Who the bot is, and in which workspace. */
export interface Self {
  /** Undefined until Slack has told it. */
  readonly workspace: string | undefined;
  readonly botId: string | undefined;
  readonly botUserId: string | undefined;
}

/** Knows whether Slack accepts the bot token: asks at the start, and again and again while something is wrong with it. */
export class TokenWatch {
  self: Self = { workspace: undefined, botId: undefined, botUserId: undefined };
  private wrong: string | null = 'Slack has not confirmed SLACK_BOT_TOKEN yet.';
  private timer: NodeJS.Timeout | undefined;
  private asking: Promise<void> | null = null;
  private stopped = false;
  /** Slack is asked outside of whatever call gave rise to it: that one's deadline is not this one's. */
  private readonly apart = AsyncLocalStorage.snapshot();
  private readonly web: WebClient;
  private readonly log: Log;
  private readonly askAgainMs: number;

  constructor(web: WebClient, log: Log, askAgainMs = 15_000) {
    this.web = web;
    this.log = log;
    this.askAgainMs = askAgainMs;
  }

  trouble(): string | null {
    return this.wrong;
  }

  start(): void {
    void this.ask();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** Some call failed with this code. */
  heard(code: string): void {
    if (!isAboutToken(code) || this.stopped) return;
    this.isWrong(code);
    this.askLater();
  }

  /** https://docs.slack.dev/reference/events/app_uninstalled and .../tokens_revoked */
  heardEvent(body: Json): void {
    const { type, tokens } = object(body.event);
    if (type === 'app_uninstalled') this.heard('account_inactive');
    if (type === 'tokens_revoked' && list(object(tokens).bot).length > 0) this.heard('token_revoked');
  }

  /** Asks Slack now, and says whether it accepts the token. */
  async accepts(): Promise<boolean> {
    await this.ask();
    return this.wrong === null;
  }

  private ask(): Promise<void> {
    this.asking ??= this.apart(() => this.askSlack()).finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  private async askSlack(): Promise<void> {
    if (this.stopped) return;
    try {
      const answer = await this.web.auth.test();
      this.self = { workspace: answer.team_id, botId: answer.bot_id, botUserId: answer.user_id };
      const missing = missingScopes(answer);
      if (missing.length > 0) throw new MissingScope(missing);
      if (this.wrong !== null) this.log.info('Slack accepts the bot token', { platform: 'slack' });
      this.wrong = null;
      this.askLater(confirmAgainMs);
    } catch (error) {
      if (error instanceof MissingScope) this.isWrong('missing_scope', error.scopes);
      else this.isWrong(codeOf(error) ?? 'unknown');
      this.askLater();
    }
  }

  private askLater(ms = this.askAgainMs): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), ms);
    this.timer.unref();
  }

  private isWrong(code: string, lacking: readonly string[] = []): void {
    const words = sayTokenTrouble(code, lacking);
    if (words !== this.wrong && !this.stopped)
      this.log.error('Slack does not accept the bot token', { platform: 'slack', code });
    this.wrong = words;
  }
}

class MissingScope extends Error {
  readonly scopes: readonly string[];
  constructor(scopes: readonly string[]) {
    super('a scope is missing');
    this.scopes = scopes;
  }
}

/** Slack tells the granted scopes with every answer, in a header. */
export function missingScopes(answer: AuthTestResponse): string[] {
  const granted = (answer.response_metadata as { scopes?: string[] } | undefined)?.scopes;
  return granted === undefined ? [] : scopes.filter((scope) => !granted.includes(scope));
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
