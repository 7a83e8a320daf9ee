import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { mondayOf, weekOf } from '../../src/calendar/iso-week.ts';
import { instantAt } from '../../src/calendar/local-time.ts';
import { openDatabase } from '../../src/db/open.ts';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { until } from '../support/hospital.ts';
import { type PgBouncer, startPgBouncer, whyNoPgBouncer } from '../support/pgbouncer.ts';
import { type Running, runCommand, startProgram } from '../support/program.ts';
import { button } from '../support/slack/read.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';

const why = whyNoPgBouncer();
if (why !== null) process.stdout.write(`skipped: Buddy behind PgBouncer, since ${why}\n`);
const whereThereIsOne = why === null ? describe : describe.skip;

let slack: Slack;
let fresh: FreshDatabase;
let bouncer: PgBouncer;
let program: Running | undefined;

async function begin(mode: 'session' | 'transaction'): Promise<string> {
  slack = await startSlack();
  bouncer = await startPgBouncer(fresh.url, mode);
  return bouncer.url(fresh.url);
}

beforeEach(async () => {
  fresh = await freshDatabase('empty');
});
afterEach(async () => {
  program?.signal('SIGKILL');
  await program?.exited;
  program = undefined;
  await bouncer?.stop();
  await slack?.stop();
  await fresh.remove();
});

function nextMonday(): string {
  const week = weekOf(Date.now() + 7 * 86_400_000, 'Europe/London');
  return new Date(instantAt(mondayOf(week), 9 * 60, 'Europe/London')).toISOString();
}

whereThereIsOne('behind PgBouncer', () => {
  test.each(['session', 'transaction'] as const)(
    'in %s mode the tables are made, two become buddies, and their Monday goes out',
    async (mode) => {
      const environment = {
        DATABASE_URL: await begin(mode),
        ...slack.env(),
        SLACK_MESSAGES_PER_MINUTE: '1000000000',
      };
      expect(await runCommand(['check'], environment)).toMatchObject({ code: 0, stderr: '' });
      program = await startProgram(environment);
      slack.connectTo(program.url);
      const [ana, ben] = ['UANA', 'UBEN'].map((id) =>
        slack.person(id, { name: id, tz: 'Europe/London' }),
      ) as [ReturnType<Slack['person']>, ReturnType<Slack['person']>];
      await ana.command('/buddy', ben.mention);
      await until(() => ben.inbox.length > 0);
      await ben.press(ben.inbox[0] as NonNullable<(typeof ben.inbox)[0]>, 'pairing.accept');
      await until(() => ana.inbox.length > 0);
      expect(await runCommand(['nudge', '--at', nextMonday()], environment)).toMatchObject({ code: 0 });
      for (const person of [ana, ben])
        expect(person.inbox.filter((one) => button(one, 'checkins.acknowledge') !== undefined)).toHaveLength(
          1,
        );
    },
    60_000,
  );

  test('nobody holds up the others longer than on a server without it, in session mode', async () => {
    const db = openDatabase(await begin('session'));
    const { rows } = await sql<Record<string, string>>`
      select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
        current_setting('idle_in_transaction_session_timeout') as idle`.execute(db);
    await db.destroy();
    expect(rows).toEqual([{ statement: '30s', lock: '10s', idle: '15s' }]);
  });
});
