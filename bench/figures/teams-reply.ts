import { startChild } from '../child.ts';
import { compared, type Figure, inTurns, type Measured } from '../figure.ts';
import { drive, type Prepared } from '../load.ts';
import { withFolder } from '../with-folder.ts';

const requestsARound = 4_000;
const connections = 16;
const rounds = 5;

/** `status` in Teams, from the message to the reply that the connector has taken, against a bare CloudAdapter. */
export const teamsReply: Figure = {
  name: 'teams-reply',
  title: '`status` in Teams, message to reply, 16 connections',
  inTheWay:
    "A reply takes some 870 µs of CPU in a profile, the floor's some 820. Of these: Node's HTTP in both directions 190 (the floor 150), the collection of garbage 185 (215), the kernel 110 (110), Buddy's own code 190 (20): the checks that the SDK leaves out (tenant, depth, service URL, who and where), the event, the card, the time limits; four queries 70 (none), the log 10 (none), the SDK's turn and authentication 40 (115), its way to send 20 (175), V8 and the C library 60 (40). Buddy sends a card of 1.1 KB, the floor a sentence.",
  measure: () =>
    withFolder(async (folder): Promise<readonly Measured[]> => {
      const connector = await startChild('bench/floors/local-connector.ts', {}, /"port":(\d+)/);
      const environment = {
        TEAMS_LOCAL_NO_AUTH: 'true',
        DATABASE_URL: `sqlite:${folder}/buddy.db`,
        PORT: '0',
      };
      const buddy = await startChild('src/main.ts', environment, /"port":(\d+)/);
      const bare = await startChild('bench/floors/bare-cloud-adapter.ts', {}, /"port":(\d+)/);
      try {
        const load = (port: string) => () =>
          drive(`http://127.0.0.1:${port}`, messages(connector.said), connections);
        const played = await inTurns(rounds, load(buddy.said), load(bare.said));
        return [
          compared(played, (one) => one.perSecond, {
            what: 'replies a second',
            against: 'a bare CloudAdapter',
            aim: { atLeast: 0.8 },
          }),
        ];
      } finally {
        await Promise.all([buddy, bare, connector].map((child) => child.stop()));
      }
    }),
};

let sent = 0;

function messages(connectorPort: string): readonly Prepared[] {
  return Array.from({ length: requestsARound }, (_, nth) => {
    sent += 1;
    const person = nth % 500;
    const activity = {
      type: 'message',
      id: `m${sent}`,
      text: 'status',
      channelId: 'msteams',
      serviceUrl: `http://127.0.0.1:${connectorPort}/`,
      localTimezone: 'America/New_York',
      from: { id: `29:${person}`, name: `Person ${person}`, aadObjectId: `person-${person}` },
      recipient: { id: '28:bot', name: 'Buddy' },
      conversation: { id: `a:${person}`, tenantId: 'tenant', conversationType: 'personal' },
      channelData: { tenant: { id: 'tenant' } },
    };
    return {
      path: '/api/messages',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    };
  });
}
