import { WebClient } from '@slack/web-api';
import type { Log } from '../../src/system/logger.ts';
import type { Secret } from '../../src/system/secret.ts';
import { createTransport, type Transport } from './client.ts';
import { codeOf } from './failures.ts';
import { sdkLog } from './sdk-log.ts';
import { missingScopes, sayTokenTrouble, tellsScopes } from './token-watch.ts';
import type { WayOut } from './way-out.ts';

export interface SlackToCheck {
  readonly botToken: Secret;
  readonly appToken: Secret | null;
  readonly apiUrl: string | null;
  readonly wayOut: WayOut;
  readonly log: Log;
}

/** One sentence for each thing: what is wrong, and what could not be looked at. */
export interface SlackChecked {
  readonly faults: readonly string[];
  readonly unseen: readonly string[];
}

/**
 * Asks the live API what it makes of the tokens. Sentences name the variable and Slack's error code, never a token. The
 * signing secret can't be tried from here: only Slack signs.
 */
export async function checkSlack({
  botToken,
  appToken,
  apiUrl,
  wayOut,
  log,
}: SlackToCheck): Promise<SlackChecked> {
  const transport = createTransport({ token: botToken, apiUrl, wayOut, logger: sdkLog(log) });
  try {
    const bot = await checkBotToken(transport);
    const app =
      appToken === null ? [] : await faultsOfAppToken(new WebClient(appToken.value, transport.clientOptions));
    return { ...bot, faults: [...bot.faults, ...app] };
  } finally {
    await transport.close();
  }
}

const noScopes =
  "Slack didn't say which scopes the bot token has, so they weren't checked. A proxy that drops the header x-oauth-scopes does that.";

async function checkBotToken(transport: Transport): Promise<SlackChecked> {
  try {
    const answer = await transport.call((web) => web.auth.test());
    const missing = missingScopes(answer);
    if (missing.length > 0) return { faults: [sayTokenTrouble('missing_scope', missing)], unseen: [] };
    return { faults: [], unseen: tellsScopes(answer) ? [] : [noScopes] };
  } catch (error) {
    return { faults: [sayTokenTrouble(codeOf(error) ?? 'no_connection', [])], unseen: [] };
  }
}

async function faultsOfAppToken(web: WebClient): Promise<string[]> {
  try {
    await web.apps.connections.open();
    return [];
  } catch (error) {
    return [
      `Slack refuses SLACK_APP_TOKEN (${codeOf(error) ?? 'no_connection'}). It must be an app-level token with the scope connections:write.`,
    ];
  }
}
