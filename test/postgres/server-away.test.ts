import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { openDatabase } from '../../src/db/open.ts';
import { databaseOn, tell } from '../support/fresh-database.ts';
import { until } from '../support/hospital.ts';
import { type PostgresServer, postgresPrograms, startPostgres } from '../support/postgres-server.ts';
import { runCommand, runMain, startProgram } from '../support/program.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';

let slack: Slack;
beforeEach(async () => {
  slack = await startSlack();
});
afterEach(() => slack.stop());

if (postgresPrograms() === null) {
  test('skipped', () => console.log('skipped: a server that goes away, since none is installed here'));
} else {
  let server: PostgresServer;
  let places = 0;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  test('Buddy stays, says so at /readyz, and is back by itself', async () => {
    const program = await startProgram({
      ...slack.env(),
      DATABASE_URL: server.url,
      SLACK_MESSAGES_PER_MINUTE: '1000000000',
    });
    try {
      slack.connectTo(program.url);
      const [ana, ben] = [slack.person('U1', { name: 'Ana' }), slack.person('U2', { name: 'Ben' })];
      const ready = async () => (await fetch(`${program.url}/readyz`)).status;
      await server.down();
      await until(async () => (await ready()) === 503, 10_000);
      expect(await (await fetch(`${program.url}/readyz`)).text()).toContain('The database cannot be read.');
      const answer = await ana.command('/buddy', ben.mention);
      expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('went wrong on my side')]);

      await server.up();
      await until(async () => (await ready()) === 200, 10_000);
      await ana.command('/buddy', ben.mention);
      await until(() => ben.inbox.length === 1, 10_000);
    } finally {
      program.signal('SIGTERM');
      expect(await program.exited).toBe(0);
    }
  }, 60_000);

  describe('a database that cannot be used is said in one line, with the code and without the password', () => {
    const faults: readonly [string, string, (url: string) => string][] = [
      ['a database that is not there', '3D000', (url) => url.replace(/place_\d/, 'no_such_place')],
      ['a server that is not there', 'ENOENT', (url) => url.replace(/host=[^&]*/, 'host=/no/such/folder')],
      ['a port where nobody listens', 'ECONNREFUSED', () => 'postgres://u:hush-hush@127.0.0.1:1/buddy'],
      ['a wrong password', '28P01', (url) => url.replace('buddy@', 'locked:hush-hush@')],
      ['a server without TLS', 'no TLS', (url) => `${url}&sslmode=require`],
      ['a user who may make no tables', '42501', (url) => url.replace('buddy@', 'guest@')],
    ];

    test.each(faults)('%s', async (_, code, urlFrom) => {
      places += 1;
      await tell(server.url, sql`create database ${sql.ref(`place_${places}`)}`);
      const url = databaseOn(server.url, `place_${places}`);
      const db = openDatabase(url);
      for (const role of ['locked', 'guest']) {
        await sql`do ${sql.lit(
          `begin create role ${role} login password 'another'; exception when others then end`,
        )}`.execute(db);
      }
      await sql`revoke create on schema public from public`.execute(db);
      await db.destroy();
      const environment = { ...slack.env(), DATABASE_URL: urlFrom(url) };
      for (const { code: exit, stdout, stderr } of [
        await runMain(environment),
        await runCommand(['migrate'], environment),
      ]) {
        expect([exit, stderr.trim().split('\n').length]).toEqual([1, 1]);
        // The server says which version it is, and nothing else; a command nothing.
        expect(stdout).toMatch(/^(\{.*"msg":"Buddy starts"\}\n)?$/);
        expect(stderr).toContain('DATABASE_URL names');
        expect(stderr).toContain(code);
        expect(stderr).not.toContain('hush-hush');
      }
    });

    test('a backup is for a file, and the command says what is for a server', async () => {
      const { code, stderr } = await runCommand(['backup', '/tmp/x'], {
        DATABASE_URL: 'postgres://u:hush@h/b',
      });
      expect(code).toBe(1);
      expect(stderr).toMatch(/^DATABASE_URL names a PostgreSQL database.*pg_dump.*\n$/);
    });
  });
}
