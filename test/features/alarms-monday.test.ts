import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHearing } from '../../src/features/alarms/hearing.ts';
import { planDue } from '../../src/features/nudges/plan.ts';
import { erase } from '../../src/features/privacy/erase.ts';
import { enrol } from '../../src/people/members/store.ts';
import { aProfile, aScene, content, someHospital } from '../support/turn.ts';
import { type Alarms, day, hospital, hour, minute, monday, openAlarms, sunday, wil } from './alarms-stage.ts';

let stage: Alarms;
beforeEach(async () => {
  stage = await openAlarms();
});
afterEach(() => stage.close());

describe('a Monday', () => {
  test('of which nothing has gone out in an hour is told, though two people take part', async () => {
    await stage.pairsOf(2);
    await planDue(stage.db, { at: monday, now: monday, content });
    await stage.db.updateTable('outbox').set({ attempts: 4 }).execute();
    await stage.look(monday + 59 * minute);
    expect(await stage.told()).toEqual([]);
    await stage.look(monday + hour);
    await stage.look(monday + 2 * hour);
    const [told, ...more] = await stage.told();
    expect(more).toEqual([]);
    expect(told?.said).toMatch(
      /Nothing has gone out in Slack.*Monday, November 23, 9:00 AM.*buddy -- check/s,
    );
  });

  test('of which more than a tenth did not arrive is told, without a number and without a name', async () => {
    await stage.mondayOf(40, 12, 'unreachable');
    await stage.look(monday + hour);
    await stage.look(monday + 2 * hour);
    const [told, ...more] = await stage.told();
    expect(more).toEqual([]);
    expect(told?.said).toContain('More than one in ten of the messages for Monday, November 23');
    expect(told?.said).not.toMatch(/Person|UP\d|\b(?:12|28|40)\b/);
  });

  test('of which ten did not arrive says nothing, to the letter, whoever they are', async () => {
    await stage.mondayOf(20, 10, 'unreachable');
    await stage.look(monday + hour);
    await stage.look(monday + 2 * hour);
    expect(await stage.told()).toEqual([]);
    expect(stage.log.lines).toEqual([]);
    expect(await stage.db.selectFrom('alarms').selectAll().execute()).toEqual([]);
  });

  test('that nobody answered for two days is told', async () => {
    await stage.look(sunday);
    await stage.mondayOf(12, 0, 'failed');
    for (let at = monday + hour; at <= monday + 3 * day; at += 5 * minute) await stage.look(at);
    const [told, ...more] = await stage.told();
    expect(more).toEqual([]);
    expect(told?.said).toMatch(/Nothing comes in from Slack.*Monday, November 23.*type “\/buddy help”/s);
  });

  test('on which someone has tapped is not silent', async () => {
    await stage.look(sunday);
    await stage.mondayOf(12, 0, 'failed');
    stage.hearing.heard('slack', monday + 2 * hour);
    for (let at = monday + 3 * hour; at <= monday + 4 * day; at += 5 * minute) await stage.look(at);
    expect(await stage.told()).toEqual([]);
  });

  test('is not silent when Buddy was down after it: nothing could come in', async () => {
    await stage.look(sunday);
    await stage.mondayOf(12, 0, 'failed');
    await stage.look(monday + hour);
    const restarted = createHearing();
    for (let at = monday + 3 * day; at <= monday + 4 * day; at += 5 * minute) await stage.look(at, restarted);
    expect(await stage.told()).toEqual([]);
  });
});

test('an administrator who erases everything is in no message that waits', async () => {
  await enrol(stage.db, wil, aProfile('Wil Park'), someHospital, sunday);
  await stage.pairsOf(2);
  await planDue(stage.db, { at: monday, now: monday, content });
  await stage.db.updateTable('outbox').set({ attempts: 4 }).execute();
  await stage.look(monday + hour);
  expect(await stage.told()).toHaveLength(1);
  await erase(aScene({ db: stage.db, now: monday + hour, from: wil, hospital }), wil);
  expect(await stage.told()).toEqual([]);
});
