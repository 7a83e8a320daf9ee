import { FORM, signedRequest } from '../../test/support/slack/signer.ts';
import { startChild } from '../child.ts';
import { compared, type Figure, inTurns, type Measured } from '../figure.ts';
import { drive, type Prepared } from '../load.ts';
import { withFolder } from '../with-folder.ts';

const requestsARound = 12_000;
const connections = 16;
const rounds = 5;
const secret = 'a-signing-secret';
const against = 'a bare Bolt app';

/** `/buddy status` over signed HTTP, against a bare Bolt app that answers one sentence. */
export const status: Figure = {
  name: 'status',
  title: '`/buddy status` over signed HTTP, 16 connections',
  inTheWay:
    "Of an answer, a fifth is the kernel's part of a TCP write, and a third Node's HTTP and Bolt's App, which both sides pay. Buddy adds three queries (SQLite takes three system calls to begin to read, 6 of the 8 µs of a small one), a card of 2 KB with its JSON in place of one sentence, a line of the log and a count for /metrics.",
  measure: () =>
    withFolder(async (folder): Promise<readonly Measured[]> => {
      const slack = await startChild('bench/floors/local-slack.ts', {}, /"port":(\d+)/);
      const environment = {
        SLACK_BOT_TOKEN: 'xoxb-bench',
        SLACK_SIGNING_SECRET: secret,
        SLACK_API_URL: `http://127.0.0.1:${slack.said}/api/`,
        DATABASE_URL: `sqlite:${folder}/buddy.db`,
        PORT: '0',
      };
      const buddy = await startChild('src/main.ts', environment, /"port":(\d+)/);
      const bare = await startChild('bench/floors/bare-bolt.mjs', environment, /"port":(\d+)/);
      try {
        const load = (port: string) => () => drive(`http://127.0.0.1:${port}`, commands(), connections);
        const played = await inTurns(rounds, load(buddy.said), load(bare.said));
        return [
          compared(played, (load) => load.perSecond, {
            what: 'answers a second',
            against,
            aim: { atLeast: 0.8 },
          }),
          compared(played, (load) => load.p99, { what: 'p99, ms', against, aim: { atMost: 1.5 } }),
        ];
      } finally {
        await Promise.all([buddy, bare, slack].map((child) => child.stop()));
      }
    }),
};

/** Signed before they are sent: the load must not spend its time on signing. */
function commands(): readonly Prepared[] {
  return Array.from({ length: requestsARound }, (_, nth) => {
    const body = new URLSearchParams({
      command: '/buddy',
      text: 'status',
      team_id: 'T0',
      user_id: `U${nth % 500}`,
      channel_id: 'D0',
      trigger_id: `${Date.now()}.${nth}`,
      response_url: 'http://127.0.0.1:9/nowhere',
    }).toString();
    return { path: '/slack/events', headers: signedRequest(secret, body, { contentType: FORM }), body };
  });
}
