import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { appoint } from '../../src/people/roles/store.ts';
import { openModal } from '../support/slack/modal.ts';
import type { Person as SlackPerson } from '../support/slack/person.ts';
import { addTrained } from '../support/supporters.ts';
import type { Person as TeamsPerson } from '../support/teams/person.ts';
import type { Message } from '../support/teams/types.ts';
import { openTwoPlatforms, type TwoPlatforms } from '../support/two-platforms.ts';

let hospital: TwoPlatforms;
/** The director, on Slack. */
let ana: SlackPerson;
/** The colleague, on Slack. */
let elif: SlackPerson;
/** The supporter, in Teams. */
let tea: TeamsPerson;

beforeEach(async () => {
  hospital = await openTwoPlatforms({ now: '2026-12-02T15:00:00Z' });
  ana = hospital.slack.person('UANA', { name: 'Ana Silva' });
  elif = hospital.slack.person('UELIF', { name: 'Elif Kaya' });
  tea = hospital.teams.person('tea', { name: 'Tea Novak', tz: 'America/New_York' });
  await tea.installs();
  await hospital.settled();
  const slack = (id: string) => ({ platform: 'slack', workspace: 'T0STANDIN', id }) as const;
  await appoint(hospital.db, { person: slack('UANA'), name: 'Ana Silva' }, 'director', 1);
  const teas = { platform: 'teams', workspace: '5e1d0000-0000-4000-8000-00000000c11c', id: tea.id } as const;
  await addTrained(hospital.db, teas, 'Tea Novak');
});
afterEach(async () => {
  await hospital.close();
  expect(hospital.complaints()).toEqual([]);
});

test('a colleague on Slack is looked after by a supporter in Teams, who reads where to write to them', async () => {
  const asked = await elif.command('/buddy', 'support');
  const form = await openModal(elif, asked.shown ?? {}, 'support.self');
  const thanks = await form.submits({ kind: 'event-violence' });
  expect(thanks.text).toMatch(/will reach out to you/);
  await hospital.settled();

  const desk = await openModal(ana, ana.lastMessage ?? {}, 'support.desk');
  const one = await desk.presses('support.assign:');
  expect(one.text).toContain('Tea Novak');
  const { id } = await hospital.db.selectFrom('supporters').select('id').executeTakeFirstOrThrow();
  await one.submits({ supporter: id });
  await hospital.settled();

  const message = tea.lastMessage as Message;
  expect(JSON.stringify(message)).not.toMatch(/Elif|UELIF|violence/i);
  const offer = await tea.opensView(message, 'support.offer:');
  expect(offer.text).toContain('Write to Elif Kaya on Slack');
  expect(offer.text).not.toContain('UELIF');
  await offer.submits({ outcome: 'declined' });
  expect(await hospital.db.selectFrom('referrals').selectAll().execute()).toEqual([]);
});
