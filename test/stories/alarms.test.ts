import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type AlarmStage, openAlarmStage } from '../support/alarm-stage.ts';
import { until } from '../support/hospital.ts';
import * as teamsRead from '../support/teams/read.ts';

/** What administrators are told, by the program as it runs: on both platforms, by two servers on one database. */

const patienceMs = 60_000;
/** A minute before nine in London, and after. */
const before = '2026-12-07T08:59:00Z';
const nine = '2026-12-07T09:00:30Z';

let stage: AlarmStage;
beforeEach(async () => {
  stage = await openAlarmStage('2026-12-02T15:00:00Z');
  await stage.serve();
  await stage.tea.installs();
  await stage.tea.says('help');
}, patienceMs);
afterEach(() => stage.close(), patienceMs);

async function pairOnSlack(): Promise<void> {
  const one = stage.slack.person('UANA', { name: 'Ana Silva', tz: 'Europe/London' });
  const other = stage.slack.person('UBEN', { name: 'Ben Okafor', tz: 'Europe/London' });
  await one.command('/buddy', other.mention);
  await until(() => other.inbox.length > 0, patienceMs);
  await other.press(other.inbox.at(-1) ?? {}, 'pairing.accept');
  await until(() => one.inbox.length > 0, patienceMs);
}

test(
  'a token that is refused on a Monday is told once, by the other platform, through two servers and a restart',
  async () => {
    await pairOnSlack();
    await stage.serve();
    await until(() => stage.isReady(stage.servers[1]), patienceMs);
    await stage.goTo(before);

    stage.slack.fault('*', { kind: 'error', error: 'token_revoked', times: Number.POSITIVE_INFINITY });
    await stage.goTo(nine);
    await until(async () => !(await stage.isReady(stage.servers[0])), patienceMs);
    await until(async () => !(await stage.isReady(stage.servers[1])), patienceMs);
    for (let at = Date.parse(nine); at < Date.parse(nine) + 120_000; at += 20_000) await stage.goTo(at);
    await until(() => stage.told(/no longer lets Buddy in/).length > 0, patienceMs);

    await stage.servers.shift()?.stop();
    await stage.serve();
    for (let hours = 1; hours < 6; hours += 1) await stage.goTo(Date.parse(nine) + hours * 3_600_000);
    await until(async () => !(await stage.isReady(stage.servers[1])), patienceMs);
    await stage.goTo(Date.parse(nine) + 7 * 3_600_000);

    const told = stage.told(/Slack/).filter(({ said }) => !said.includes('join'));
    expect(told.map(({ to }) => to)).toEqual(['tea']);
    expect(told[0]?.said).toMatch(
      /refused on Monday, December 7, 9:0\d AM.*\(token_revoked\).*buddy -- check/s,
    );
    expect(told[0]?.said).not.toMatch(/Ana|Ben|Wil|Tea/);
    expect(await stage.standing('refused:slack')).toBe(1);
    expect(stage.log.lines.filter((line) => line.includes('administrators should know'))).toHaveLength(1);

    stage.slack.clearFaults();
    await until(() => stage.isReady(stage.servers[0]), patienceMs);
    await until(() => stage.isReady(stage.servers[1]), patienceMs);
    await stage.goTo(Date.parse(nine) + 8 * 3_600_000);
    await until(() => stage.told(/been fine again since/).length > 0, patienceMs);
    expect(stage.told(/no longer lets Buddy in/)).toHaveLength(1);
    expect(await stage.standing('refused:slack')).toBe(0);
    expect([...stage.slack.complaints, ...stage.teams.complaints]).toEqual([]);
  },
  4 * patienceMs,
);

test(
  'a Monday on which Slack takes nothing is told an hour later, to each administrator once',
  async () => {
    await pairOnSlack();
    await stage.goTo(before);
    for (const { id } of [{ id: 'UANA' }, { id: 'UBEN' }])
      stage.slack.fault('chat.postMessage', {
        kind: 'server-error',
        to: id,
        times: Number.POSITIVE_INFINITY,
      });
    await stage.goTo(nine);
    await until(() => stage.slack.callsOf('chat.postMessage').length > 0, patienceMs);
    await stage.goTo('2026-12-07T09:59:00Z');
    expect(stage.told(/Nothing has gone out/)).toEqual([]);
    for (const at of ['2026-12-07T10:01:00Z', '2026-12-07T10:02:00Z', '2026-12-07T11:00:00Z'])
      await stage.goTo(at);
    await until(() => stage.told(/Nothing has gone out in Slack/).length === 2, patienceMs);
    await stage.goTo('2026-12-07T12:00:00Z');
    const told = stage.told(/Nothing has gone out in Slack/);
    expect(told.map(({ to }) => to)).toEqual(['wil', 'tea']);
    for (const { said } of told) expect(said).not.toMatch(/Ana|Ben/);
    expect(stage.told(/no longer lets|More than one in ten/)).toEqual([]);
  },
  4 * patienceMs,
);

test(
  'more than a tenth in Teams who have removed the app are told as such, without a name or a number',
  async () => {
    const people = Array.from({ length: 26 }, (_, nth) =>
      stage.teams.person(`person ${nth}`, { name: `Clinician ${nth}`, tz: 'Europe/London' }),
    );
    for (const person of people) await person.installs();
    for (let nth = 0; nth < people.length; nth += 2) {
      const code = /join ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(
        teamsRead.textOf((await people[nth]?.says('invite'))?.shown ?? null),
      )?.[1];
      await people[nth + 1]?.says(`join ${code}`);
    }
    await stage.goTo(before);
    for (const person of people.slice(0, 12)) await person.blocks();
    await stage.goTo(nine);
    const left = () =>
      stage.db
        .selectFrom('outbox')
        .select('key')
        .where('batch', 'is not', null)
        .where('status', 'in', ['waiting', 'claimed'])
        .execute();
    await until(async () => {
      await stage.goTo(stage.now());
      return (await left()).length === 0;
    }, 2 * patienceMs);
    await stage.goTo('2026-12-07T10:30:00Z');
    await stage.goTo('2026-12-07T11:30:00Z');
    await until(() => stage.told(/didn't arrive in Teams/).length === 2, patienceMs);
    for (const { said } of stage.told(/didn't arrive in Teams/)) {
      expect(said).toContain('More than one in ten');
      expect(said).not.toMatch(/Clinician|\b12\b|\b14\b|\b26\b/);
    }
  },
  6 * patienceMs,
);
