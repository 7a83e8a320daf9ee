import { expect, test } from '@jest/globals';
import type { Database } from '../../src/db/schema.ts';
import { openHospital, openHouse, until } from '../support/hospital.ts';
import { button, textOf } from '../support/slack/read.ts';
import type { Message, View } from '../support/slack/types.ts';
import { textOf as textInTeams } from '../support/teams/read.ts';
import { startTeams } from '../support/teams/stand-in.ts';

const chaplain = {
  name: 'Chaplain <b>*now*</b>',
  reach: '(555) 010-0142',
  hours: 'Weekdays 8 AM to 4 PM',
};
const kept = [{ name: 'Chaplain <b>*now*</b>', reach: '555-010-0142' }];
const now = '2026-12-02T12:00:00Z';

const rows = (db: Database) => db.selectFrom('hospital_lines').select(['name', 'reach']).execute();

test('on Slack an administrator adds the chaplain, everyone reads the number, and it goes at a press', async () => {
  const hospital = await openHospital({ now, environment: { BUDDY_ADMINS: 'slack:UWIL' } });
  try {
    const wil = hospital.slack.person('UWIL', { name: 'Wil Park' });
    const ana = hospital.slack.person('UANA', { name: 'Ana Silva' });
    await wil.press((await wil.command('/buddy', 'admin')).shown as Message, 'program.lines');
    await until(() => button(wil.lastEphemeral, 'program.line')?.id === 'program.line');
    await wil.press(wil.lastEphemeral as Message, 'program.line');
    await until(() => wil.modal !== undefined);
    const form = wil.modal as View;
    const refused = await wil.submit(form, { ...chaplain, reach: 'ask around' });
    expect(refused.body).toMatchObject({ response_action: 'errors', errors: { reach: expect.any(String) } });
    expect(await rows(hospital.db)).toEqual([]);
    await wil.submit(form, chaplain);
    await until(() => textOf(wil.modal).includes('Added: Chaplain'));
    expect(await rows(hospital.db)).toEqual(kept);
    for (const command of ['resources', 'support'])
      expect(textOf((await ana.command('/buddy', command)).shown)).toContain('555-010-0142');
    await wil.press(wil.modal as View, 'program.line-remove:');
    await until(() => textOf(wil.modal).includes('Removed: Chaplain'));
    expect(await rows(hospital.db)).toEqual([]);
    expect(textOf((await ana.command('/buddy', 'resources')).shown)).not.toContain('Chaplain');
    expect(hospital.slack.complaints).toEqual([]);
  } finally {
    await hospital.close();
  }
});

test('on Teams the same, by a card', async () => {
  const teams = await startTeams();
  const wil = teams.person('wil', { name: 'Wil Park' });
  const ana = teams.person('ana', { name: 'Ana Silva' });
  const house = await openHouse([teams], { now, environment: { BUDDY_ADMINS: `teams:${wil.id}` } });
  try {
    for (const one of [wil, ana]) await one.installs();
    const lines = await wil.presses(await wil.says('admin'), 'program.lines');
    const form = await wil.presses(lines, 'program.line');
    const refused = await wil.submits(form, { ...chaplain, reach: 'ask around' });
    expect(textInTeams(refused.shown)).toContain('in digits');
    const added = await wil.submits(refused, chaplain);
    expect(await rows(house.db)).toEqual(kept);
    for (const command of ['resources', 'support'])
      expect(textInTeams((await ana.says(command)).shown)).toContain('555-010-0142');
    await wil.presses(added, 'program.line-remove:');
    expect(await rows(house.db)).toEqual([]);
  } finally {
    await house.close();
  }
  expect(teams.complaints).toEqual([]);
});
