import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { appoint } from '../../src/people/roles/store.ts';
import { type Hospital, openHospital } from '../support/hospital.ts';
import { openModal } from '../support/slack/modal.ts';
import type { Person } from '../support/slack/person.ts';
import type { Block, View } from '../support/slack/types.ts';
import { addTrained } from '../support/supporters.ts';

/** Over Slack's own door: people who make up what their client sends, with ids that there are. */

const now = '2026-12-02T15:00:00Z';
const colleague = { id: 'UQUILL', name: 'Zuma Quillfeather' };
const secrets = /Quillfeather|UQUILL|617-555-0144|Violence or threats|event-violence|Vesper/;

let hospital: Hospital;
let ana: Person;
let sue: Person;
let tom: Person;
let referral: string;
let offer: string;
let supporters: readonly string[];

beforeEach(async () => {
  hospital = await openHospital({ now, environment: { BUDDY_ADMINS: 'slack:UWIL' } });
  const known = (id: string, name: string) => hospital.slack.person(id, { name, tz: 'America/New_York' });
  ana = known('UANA', 'Ana Silva');
  sue = known('USUE', 'Sue Lind');
  tom = known('UTOM', 'Tom Park');
  known('UWIL', 'Wil Moss');
  known('UPIA', 'Pia Ode');
  known('UEVE', 'Eve Storm');
  known(colleague.id, colleague.name);
  const { db } = hospital;
  const ref = (id: string) => ({ platform: 'slack', workspace: hospital.slack.identity.teamId, id }) as const;
  await appoint(db, { person: ref('UANA'), name: 'Ana Silva' }, 'director', 1);
  await appoint(db, { person: ref('UPIA'), name: 'Pia Ode' }, 'program-administrator', 1);
  const added = [
    await addTrained(db, ref('USUE'), 'Sue Lind'),
    await addTrained(db, ref('UTOM'), 'Tom Park'),
  ];
  supporters = added.map(({ id }) => id);
  const asked = await opened(sue, 'support.refer');
  await asked.submits({ colleagues: [colleague.id], kind: 'event-violence', soon: 'today' });
  const again = await opened(sue, 'support.refer');
  await again.submits({ name: 'Vesper Okri', contact: '617-555-0144', kind: 'event-violence', soon: 'week' });
  const [first] = await db.selectFrom('referrals').select('id').execute();
  referral = first?.id ?? '';
  await (await openModal(ana, buttonFor(`support.assign:${referral}`), 'support.assign')).submits({
    supporter: supporters[1] ?? '',
  });
  const [made] = await db.selectFrom('offers').select('id').execute();
  offer = made?.id ?? '';
  await hospital.settled();
});
afterEach(async () => {
  await hospital.close();
  expect(hospital.slack.complaints).toEqual([]);
});

test('a director and the supporter who was asked open theirs by the same presses', async () => {
  const seen = await openModal(ana, buttonFor(`support.assign:${referral}`), 'support.assign');
  expect(seen.text).toMatch(secrets);
  expect((await openModal(tom, buttonFor(`support.offer:${offer}`), 'support.offer')).text).toMatch(secrets);
});

test.each([
  ['a stranger', 'UEVE'],
  ['an administrator', 'UWIL'],
  ['a program administrator', 'UPIA'],
  ['a supporter who asked, and was not asked', 'USUE'],
  ['the colleague', colleague.id],
])('%s sees and changes nothing of it, whatever they press or send in', async (_, id) => {
  const person = hospital.slack.person(id);
  const before = await rows();
  const calls = hospital.slack.calls.length;
  const told: string[] = [];
  for (const button of forged()) {
    told.push((await person.press(buttonFor(button) as never, button)).text);
    for (const [field, value] of [
      ['supporter', supporters[0] ?? ''],
      ['outcome', 'done'],
      ['outcome', 'cannot'],
    ] as const)
      told.push((await person.submit(formFor(button, field, value), { [field]: value })).text);
  }
  await hospital.settled();
  expect(await rows()).toEqual(before);
  const since = hospital.slack.calls.slice(calls);
  const sent = since.filter(
    ({ args }) => JSON.stringify(args).includes('support') || args.blocks !== undefined,
  );
  expect(told.length).toBeGreaterThan(40);
  // Slack is asked who they are themselves.
  const words = [...told, ...sent.map(({ args }) => JSON.stringify(args))].join('\n');
  expect(words.replaceAll(id, '')).not.toMatch(secrets);
});

function forged(): readonly string[] {
  const ids = [
    referral,
    offer,
    `${referral}/${offer}`,
    ...supporters,
    '01a22375-6b03-7615-9102-a5e4f148ad9f',
  ];
  const named = ['support.assign', 'support.offer', 'support.desk'].flatMap((name) =>
    ids.map((id) => `${name}:${id}`),
  );
  return [
    'support.desk',
    'program.roles',
    'program.audit',
    ...named,
    ...ids.map((id) => `support.end:${id}`),
  ];
}

function buttonFor(id: string) {
  const button = { type: 'button', action_id: id, text: { type: 'plain_text', text: '?' } };
  return { blocks: [{ type: 'actions', block_id: 'b', elements: [button] }] };
}

/** A modal that was never opened. */
function formFor(id: string, field: string, value: string): View {
  const option = { text: { type: 'plain_text', text: '?' }, value };
  const element = { type: 'static_select', action_id: field, options: [option] };
  const block = { type: 'input', block_id: field, label: option.text, element } as unknown as Block;
  const made = {
    id: 'VFORGED',
    type: 'modal',
    callback_id: id,
    private_metadata: '',
    hash: '1.2',
    blocks: [block],
  };
  return made as unknown as View;
}

async function opened(person: Person, button: string) {
  return openModal(person, await person.command('/buddy', 'support'), button);
}

async function rows() {
  const { db } = hospital;
  const [referrals, offers, roles] = await Promise.all([
    db.selectFrom('referrals').selectAll().execute(),
    db.selectFrom('offers').selectAll().execute(),
    db.selectFrom('roles').selectAll().execute(),
  ]);
  return { referrals, offers, roles };
}
