import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { type OwnPostgres, ownPostgres } from '../faults/support/own-postgres.ts';
import { tell } from '../support/fresh-database.ts';
import { until } from '../support/hospital.ts';
import { postgresPrograms } from '../support/postgres-server.ts';
import { startProgram } from '../support/program.ts';
import { SecretFiles } from '../support/secret-files.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';

if (postgresPrograms() === null) {
  test('skipped', () =>
    console.log('skipped: a password that changes, since no PostgreSQL is installed here'));
} else {
  let own: OwnPostgres;
  let slack: Slack;
  let files: SecretFiles;
  beforeAll(async () => {
    [own, slack, files] = [await ownPostgres(), await startSlack(), new SecretFiles()];
  }, 60_000);
  afterAll(async () => {
    await slack.stop();
    await own.stop();
    files.remove();
  });

  const other = 'an#other SECRET';
  const cut = sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'locked'`;

  test.each([
    ['after a signal', 'SIGHUP'],
    ['by the server refusing the old one', null],
  ] as const)(
    'the new password is taken %s, without a restart',
    async (_, signal) => {
      await tell(own.server.url, sql`alter role locked password ${sql.lit(own.password)}`);
      const program = await startProgram({
        ...slack.env(),
        ...files.holding({ DATABASE_URL: own.url }),
        SLACK_MESSAGES_PER_MINUTE: '1000000000',
      });
      try {
        slack.connectTo(program.url);
        const ana = slack.person(signal === null ? 'UA1' : 'UA2', { name: 'Ana' });
        const ben = slack.person(signal === null ? 'UB1' : 'UB2', { name: 'Ben' });
        files.put('DATABASE_URL', own.url.replace(own.password, encodeURIComponent(other)));
        await tell(own.server.url, sql`alter role locked password ${sql.lit(other)}`);
        if (signal !== null) program.signal(signal);
        await until(() => signal === null || program.output().includes('files of secrets'), 20_000);
        await tell(own.server.url, cut);
        await until(async () => (await fetch(`${program.url}/readyz`)).status === 200, 20_000);
        // A connection that was cut is found out by who uses it first, and that one is told to try again.
        const isAsked = async () => {
          await ana.command('/buddy', ben.mention);
          await sleep(500);
          return ben.inbox.length > 0;
        };
        await until(isAsked, 30_000);
        expect(ben.inbox).toHaveLength(1);
        expect(program.output()).toContain('DATABASE_URL_FILE has another secret in it');
        expect(program.output()).not.toMatch(/SECRET/);
      } finally {
        program.signal('SIGTERM');
        expect(await program.exited).toBe(0);
      }
    },
    90_000,
  );
}
