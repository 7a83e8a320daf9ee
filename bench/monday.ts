import SqliteFile from 'better-sqlite3';
import { FORM, signedRequest } from '../test/support/slack/signer.ts';
import { runChild, runToEnd } from './child.ts';
import type { MondaySlack } from './monday-slack.ts';
import { mondayAt, pairIdOf } from './subjects/members.ts';

const secret = 'a-signing-secret';

/** What the program is told, whose Slack this is. */
export function environmentOf(slack: MondaySlack, folder: string): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: secret,
    SLACK_API_URL: `${slack.origin}/api/`,
    DATABASE_URL: `sqlite:${folder}/buddy.db`,
    PORT: '0',
  };
}

/** `pairs` who have had this Monday's message, and `others` who are still to get theirs once `letGo` is called. */
export async function fillMonday(
  slack: MondaySlack,
  folder: string,
  { pairs, others }: { readonly pairs: number; readonly others: number },
): Promise<void> {
  const environment = environmentOf(slack, folder);
  await runChild('bench/subjects/members-in.ts', {
    DATABASE: environment.DATABASE_URL ?? '',
    MEMBERS: String(2 * pairs + others),
    DUE: String(2 * pairs),
  });
  const already = slack.posted();
  await runToEnd('src/cli/main.ts', ['nudge', '--at', new Date(mondayAt).toISOString()], {
    ...environment,
    SLACK_MESSAGES_PER_MINUTE: '1000000000',
  });
  if (slack.posted() - already !== 2 * pairs) throw new Error('not everyone got their message');
}

/** Makes those due who haven't had theirs. */
export function letGo(folder: string): void {
  const file = new SqliteFile(`${folder}/buddy.db`);
  file
    .prepare(
      "update members set next_week = '2026-W49', next_nudge_at = ? where next_week = '2026-W50' and last_week = '2026-W48'",
    )
    .run(mondayAt - 30_000);
  file.close();
}

let presses = 0;

/**
 * "We checked in", pressed by the first of a pair. Resolves when both have a changed card: the one who pressed by way of
 * the response URL, the buddy by a change of their message. Gives how long that took, in milliseconds.
 */
export async function press(port: number, slack: MondaySlack, pair: number): Promise<number> {
  const [first, second] = [2 * pair, 2 * pair + 1];
  presses += 1;
  const path = `/respond/${presses}`;
  const payload = {
    type: 'block_actions',
    team: { id: 'T0' },
    user: { id: `U${first}`, team_id: 'T0' },
    trigger_id: `${mondayAt}.${presses}`,
    container: {
      type: 'message',
      message_ts: slack.lastIn(`D${first}`),
      channel_id: `D${first}`,
      is_ephemeral: false,
    },
    channel: { id: `D${first}` },
    response_url: `${slack.origin}${path}`,
    actions: [
      { type: 'button', action_id: `checkins.acknowledge:${pairIdOf(first)}/2026-W49`, action_ts: '1.1' },
    ],
  };
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const timestamp = Math.floor(Date.now() / 1000);
  const headers = signedRequest(secret, body, { contentType: FORM, timestamp });
  const changed = [slack.once(`answered ${path}`), slack.once(`changed ${slack.lastIn(`D${second}`)}`)];
  const startedAt = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', headers, body });
  if (answer.status !== 200) throw new Error(`a press was answered ${answer.status}`);
  await Promise.all(changed);
  return performance.now() - startedAt;
}
