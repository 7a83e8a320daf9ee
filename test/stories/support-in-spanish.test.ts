import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { appoint } from '../../src/people/roles/store.ts';
import { type Hospital, openHospital, until } from '../support/hospital.ts';
import { openModal } from '../support/slack/modal.ts';

/** Nobody here takes part in the Mondays, and the hospital writes English: all that's known is how their Slack is set. */

let hospital: Hospital;

beforeEach(async () => {
  hospital = await openHospital({ now: '2026-12-02T15:00:00Z', environment: { BUDDY_ADMINS: 'slack:UWIL' } });
  for (const [id, name, locale] of [
    ['UWIL', 'Wil Moss', 'en-US'],
    ['UANA', 'Ana Silva', 'es-MX'],
    ['UBEN', 'Ben Okafor', 'es-419'],
    ['UELIF', 'Elif Kaya', 'en-US'],
    ['UCHIDI', 'Chidi Eze', 'en-US'],
  ] as const)
    hospital.slack.person(id, { name, locale });
});
afterEach(async () => {
  await hospital.close();
  expect(hospital.slack.complaints).toEqual([]);
});

test('a director and a supporter whose Slack is in Spanish are written to in Spanish', async () => {
  const [wil, ana, ben, elif] = ['UWIL', 'UANA', 'UBEN', 'UELIF'].map((id) => hospital.slack.person(id));
  if (!wil || !ana || !ben || !elif) throw new Error('Someone is missing.');
  const desk = await wil.command('/buddy', 'admin');
  await wil.press(desk.shown ?? {}, 'program.roles');
  await until(() => wil.modal !== undefined);
  if (wil.modal !== undefined) await wil.submit(wil.modal, { person: 'UANA', role: 'director' });
  await hospital.settled();
  const invite = await openModal(
    ana,
    (await ana.command('/buddy', 'support')).shown ?? {},
    'support.trained',
  );
  const named = await invite.presses('support.nominations');
  await (await named.presses('support.invite')).submits({ person: 'UBEN' });
  await hospital.settled();
  expect(JSON.stringify(ben.lastMessage)).toContain('¿Quieres dar apoyo a colegas?');
  await ben.press(ben.lastMessage ?? {}, 'support.join:yes');
  const form = await openModal(elif, (await elif.command('/buddy', 'support')).shown ?? {}, 'support.refer');
  await form.submits({ colleagues: ['UCHIDI'], kind: 'event-error', soon: 'today' });
  await hospital.settled();
  expect(JSON.stringify(ana.lastMessage)).toContain('Un colega te espera en las solicitudes');
});

test('one who was appointed before anything was known of how they read is written to as the hospital writes', async () => {
  const person = { platform: 'slack', workspace: hospital.slack.identity.teamId, id: 'UANA' } as const;
  await appoint(hospital.db, { person, name: 'Ana Silva' }, 'director', 1);
  const elif = hospital.slack.person('UELIF');
  const form = await openModal(elif, (await elif.command('/buddy', 'support')).shown ?? {}, 'support.refer');
  await form.submits({ colleagues: ['UCHIDI'], kind: 'event-error', soon: 'today' });
  await hospital.settled();
  expect(JSON.stringify(hospital.slack.person('UANA').lastMessage)).toContain('Someone waits for you');
});
