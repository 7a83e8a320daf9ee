import { toAddress as toTeamsAddress } from '../../adapters/teams/address.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { saveAddresses } from '../../src/outbox/recipient-store.ts';
import { fill } from './members.ts';

/**
 * Fills DATABASE with MEMBERS members of PLATFORM (Slack, where it's absent) in pairs, each with a chat of their own, DUE of
 * them due.
 */
const members = Number(process.env.MEMBERS);
const due = Number(process.env.DUE ?? 0);
const platform = process.env.PLATFORM === 'teams' ? 'teams' : 'slack';
const serviceUrl = `${process.env.CONNECTOR}/`;
const db = openDatabase(process.env.DATABASE ?? '');
await migrate(db);
await fill(db, members, due, platform);
const reached = Array.from({ length: members }, (_, number) => ({
  person: { platform, workspace: 'T0', id: `U${number}` } as const,
  address:
    platform === 'slack'
      ? `D${number}`
      : toTeamsAddress({
          serviceUrl,
          conversation: `a:${number}`,
          bot: '28:bot',
          user: `29:${number}`,
          tenant: 'T0',
        }),
}));
await saveAddresses(db, reached);
await db.destroy();
console.log(JSON.stringify({ members }));
process.exit(0);
