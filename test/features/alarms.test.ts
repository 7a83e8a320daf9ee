import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHearing } from '../../src/features/alarms/hearing.ts';
import { saveAddresses } from '../../src/outbox/recipient-store.ts';
import { saveContact } from '../../src/people/contacts/store.ts';
import { enrol } from '../../src/people/members/store.ts';
import { appoint } from '../../src/people/roles/store.ts';
import { aProfile, someHospital } from '../support/turn.ts';
import {
  type Alarms,
  accepted,
  day,
  hour,
  minute,
  monday,
  openAlarms,
  sunday,
  tea,
  wil,
} from './alarms-stage.ts';

let stage: Alarms;
beforeEach(async () => {
  stage = await openAlarms();
});
afterEach(() => stage.close());

describe('a refused token', () => {
  beforeEach(async () => {
    await appoint(stage.db, { person: tea, name: 'Tea Novak' }, 'administrator', sunday);
  });

  test('is told once, by the other platform, in the words of who reads it', async () => {
    await saveContact(
      stage.db,
      tea,
      { name: 'Tea Novak', timeZone: 'America/New_York', language: 'es' },
      sunday,
    );
    stage.refuse('slack');
    for (let at = monday; at < monday + day; at += 20 * minute) await stage.look(at);
    const [told, ...more] = await stage.told();
    expect(more).toEqual([]);
    expect(told?.to).toBe('tea');
    expect(told?.said).toMatch(/Slack ya no deja entrar a Buddy.*lunes, 23 de noviembre.*token_revoked/s);
  });

  test('is not told when it passes within seconds, and is one matter when it comes and goes', async () => {
    stage.refuse('slack');
    await stage.look(monday);
    expect(await stage.told()).toEqual([]);
    for (let at = monday + minute; at < monday + hour; at += minute) {
      stage.credentials.slack = at % (2 * minute) === 0 ? { ...accepted, standing: 'refused' } : accepted;
      await stage.look(at);
    }
    expect(await stage.told()).toHaveLength(1);
  });

  test('says in its place that it is over, and is a new matter when it comes back another day', async () => {
    stage.refuse('slack');
    await stage.look(monday);
    await stage.look(monday + minute);
    await stage.arrive(monday + minute);
    stage.credentials.slack = { ...accepted, standing: 'unconfirmed' };
    await stage.look(monday + 2 * hour);
    expect(await stage.told()).toHaveLength(1);
    stage.credentials.slack = accepted;
    await stage.look(monday + 2 * hour);
    const told = await stage.told();
    expect(told.map(({ status }) => status)).toEqual(['sent', 'waiting']);
    expect(told[1]?.said).toContain('Over: Slack no longer lets Buddy in');
    expect(told[1]?.said).toContain("It's been fine again since Monday, November 23, 11:00 AM");
    await stage.look(monday + 3 * hour);
    expect(await stage.told()).toHaveLength(2);

    stage.refuse('slack');
    await stage.look(monday + day);
    await stage.look(monday + day + minute);
    expect((await stage.told()).filter(({ said }) => said.includes('no longer lets'))).toHaveLength(2);
  });

  test('that nobody can be told of stands in the log, and is told as soon as someone can be', async () => {
    stage.refuse('slack');
    stage.refuse('teams', 'AADSTS7000222');
    await stage.look(monday);
    await stage.look(monday + minute);
    await stage.look(monday + 2 * minute);
    expect(await stage.told()).toEqual([]);
    expect(stage.log.lines.filter((line) => line.includes('administrators should know'))).toHaveLength(2);
    stage.credentials.teams = accepted;
    await stage.look(monday + 3 * minute);
    expect((await stage.told()).map(({ to }) => to)).toEqual(['tea']);
  });

  test('reaches each administrator once: two accounts of one person are one, whoever else has a role', async () => {
    await enrol(stage.db, wil, aProfile('Wil Park'), someHospital, sunday);
    const wilInTeams = { ...tea, id: 'wil-in-teams' };
    const { id } = await stage.db.selectFrom('members').select('id').executeTakeFirstOrThrow();
    await stage.db
      .insertInto('linked_accounts')
      .values({
        platform: 'teams',
        workspace: 'tenant',
        person_id: wilInTeams.id,
        member_id: id,
        name: 'Wil Park',
        created_at: sunday,
      })
      .execute();
    await appoint(stage.db, { person: wilInTeams, name: 'Wil Park' }, 'administrator', sunday);
    await saveAddresses(stage.db, [{ person: wilInTeams, address: 'there' }]);
    stage.refuse('slack');
    await stage.look(monday);
    await stage.look(monday + minute);
    expect((await stage.told()).map(({ to }) => to)).toEqual(['tea', 'wil-in-teams']);
  });

  test('is told a little later to those who could not be written to at the first look, and to nobody twice', async () => {
    stage.refuse('slack');
    await stage.look(monday);
    await stage.look(monday + minute);
    await appoint(stage.db, { person: { ...tea, id: 'uma' }, name: 'Uma Rao' }, 'administrator', monday);
    for (let at = monday + 2 * minute; at < monday + 20 * minute; at += minute) await stage.look(at);
    expect((await stage.told()).map(({ to }) => to)).toEqual(['tea', 'uma']);
  });

  test('is not told once more to someone who becomes an administrator while it stands', async () => {
    stage.refuse('slack');
    await stage.look(monday);
    await stage.look(monday + minute);
    await appoint(stage.db, { person: { ...tea, id: 'uma' }, name: 'Uma Rao' }, 'administrator', monday);
    await stage.look(monday + hour);
    expect((await stage.told()).map(({ to }) => to)).toEqual(['tea']);
  });

  test('is told once by two processes that look at the same moment, and not again after a restart', async () => {
    stage.refuse('slack');
    const processes = [createHearing(), createHearing(), createHearing()];
    for (const at of [monday, monday + minute, monday + 2 * minute])
      await Promise.all(processes.map((one) => stage.look(at, one)));
    await Promise.all([createHearing(), createHearing()].map((one) => stage.look(monday + 3 * minute, one)));
    expect(await stage.told()).toHaveLength(1);
  });
});

test('a secret that expires is told of two weeks before, on which day and what to do', async () => {
  stage.credentials.teams = { ...accepted, expires: '2026-12-10' };
  await stage.look(monday);
  expect(await stage.told()).toEqual([]);
  await stage.look(monday + 4 * day);
  await stage.look(monday + 5 * day);
  const [told, ...more] = await stage.told();
  expect(more).toEqual([]);
  expect(told?.said).toMatch(
    /expires on December 10, 2026\..*MicrosoftAppPassword and TEAMS_SECRET_EXPIRES/s,
  );
});
