import { expect, test } from '@jest/globals';
import { openHospital, openHouse, until } from '../support/hospital.ts';
import { openModal } from '../support/slack/modal.ts';
import { button, textOf } from '../support/slack/read.ts';
import type { Message } from '../support/slack/types.ts';
import { wednesday } from '../support/stage/stage.ts';
import { textOf as textInTeams } from '../support/teams/read.ts';
import { startTeams } from '../support/teams/stand-in.ts';

const ours = { hospital: 'Lakeside Hospital', language: 'es' };

test('in Slack, an administrator has the announcement with the hospital’s name, and nothing is posted', async () => {
  const hospital = await openHospital({ now: wednesday, environment: { BUDDY_ADMINS: 'slack:UWIL' } });
  try {
    const wil = hospital.slack.person('UWIL', { name: 'Wil Park' });
    const { shown } = await wil.command('/buddy', 'admin');
    await wil.press(shown as Message, 'program.announce');
    await until(() => button(wil.lastEphemeral, 'program.announce:es') !== undefined);
    expect(textOf(wil.lastEphemeral)).toContain('In Slack, type /buddy');
    const form = await openModal(wil, wil.lastEphemeral as Message, 'program.announce:name');
    expect((await form.submits(ours)).text).toContain('Desde hoy hay Buddy en Lakeside Hospital.');
    await wil.press(wil.lastEphemeral as Message, 'program.announce:es');
    await until(() => textOf(wil.lastEphemeral).includes('En Slack, escribe /buddy'));
    expect(hospital.slack.calls.filter(({ method }) => method === 'chat.postMessage')).toEqual([]);
    expect(hospital.slack.complaints).toEqual([]);
  } finally {
    await hospital.close();
  }
});

test('in Teams, it has the link that opens the chat with Buddy, and nobody else hears anything', async () => {
  const teams = await startTeams();
  const [wil, ana] = [teams.person('wil', { name: 'Wil Park' }), teams.person('ana', { name: 'Ana Silva' })];
  const house = await openHouse([teams], {
    now: wednesday,
    environment: { BUDDY_ADMINS: `teams:${wil.id}` },
  });
  try {
    await ana.installs();
    await until(() => ana.chat.length === 1);
    await wil.presses(await wil.says('admin'), 'program.announce');
    const announcement = wil.lastAnswer as NonNullable<typeof wil.lastAnswer>;
    expect(textInTeams(announcement)).toMatch(
      /From today[\s\S]*https:\/\/teams\.microsoft\.com\/l\/chat\/0\/0\?users=28:/,
    );
    const form = await wil.presses(announcement, 'program.announce:name');
    expect(textInTeams((await wil.submits(form, ours)).shown)).toContain(
      'Desde hoy hay Buddy en Lakeside Hospital.',
    );
    expect(ana.chat).toHaveLength(1);
    expect(teams.complaints).toEqual([]);
  } finally {
    await house.close();
  }
});
