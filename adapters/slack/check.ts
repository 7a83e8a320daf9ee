import { WebClient } from '@slack/web-api';
import type { Log } from '../../src/system/logger.ts';
import { createTransport } from './client.ts';
import { codeOf } from './failures.ts';
import { sdkLog } from './sdk-log.ts';
import { missingScopes, sayTokenTrouble } from './token-watch.ts';

export interface SlackToCheck {
  readonly botToken: string;
  readonly appToken: string | null;
  readonly apiUrl: string | null;
  readonly log: Log;
}

/**
 * Asks the live API what it makes of the tokens. One sentence for each thing that is wrong, naming the variable and
 * Slack's error code, never a token. The signing secret can't be tried from here: only Slack signs.
 */
export async function checkSlack({
  botToken,
  appToken,
  apiUrl,
  log,
}: SlackToCheck): Promise<readonly string[]> {
  const transport = createTransport({ token: botToken, apiUrl, logger: sdkLog(log) });
  try {
    return [
      ...(await faultsOfBotToken(transport.web)),
      ...(appToken === null ? [] : await faultsOfAppToken(new WebClient(appToken, transport.clientOptions))),
    ];
  } finally {
    await transport.close();
  }
}

async function faultsOfBotToken(web: WebClient): Promise<string[]> {
  try {
    const missing = missingScopes(await web.auth.test());
    return missing.length === 0 ? [] : [sayTokenTrouble('missing_scope', missing)];
  } catch (error) {
    return [sayTokenTrouble(codeOf(error) ?? 'no_connection', [])];
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
