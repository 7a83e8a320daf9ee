import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { intentNames } from '../../src/bot/intent-names.ts';
import { appoint } from '../../src/people/roles/store.ts';
import { allSent, type House, openHouse } from '../support/hospital.ts';
import { addTrained } from '../support/supporters.ts';
import type { Person } from '../support/teams/person.ts';
import { startTeams } from '../support/teams/stand-in.ts';
import type { Teams } from '../support/teams/teams.ts';
import type { Answer, Fields, Message } from '../support/teams/types.ts';

/** Over Teams' own door: people who make up what their client sends, in each way in which it can, with ids that there are. */

const channel = '19:ward-seven@thread.tacv2';
const [admin, outsider] = ['a0a00000-0000-4000-8000-0000000000ad', 'a0a00000-0000-4000-8000-0000000000ef'];

let teams: Teams;
let hospital: House;
let secrets: RegExp;
let referral: string;
let offer: string;
let supporters: readonly string[];
const person = (who: string) => teams.person(who);

beforeEach(async () => {
  teams = await startTeams();
  const known = {
    ...{ ana: 'Ana Silva', pia: 'Pia Ode', sue: 'Sue Lind', tom: 'Tom Park', uma: 'Uma Reyes' },
    ...{ quill: 'Zuma Quillfeather', [admin]: 'Wil Moss', [outsider]: 'Eve Storm' },
  };
  for (const [who, name] of Object.entries(known)) teams.person(who, { name, tz: 'America/New_York' });
  hospital = await openHouse([teams], {
    now: '2026-12-02T15:00:00Z',
    environment: { BUDDY_ADMINS: `teams:${admin}` },
  });
  for (const who of Object.keys(known)) await person(who).installs();
  const { db } = hospital;
  const ref = (who: string) =>
    ({ platform: 'teams', workspace: teams.identity.tenantId, id: person(who).id }) as const;
  await appoint(db, { person: ref('ana'), name: 'Ana Silva' }, 'director', 1);
  await appoint(db, { person: ref('pia'), name: 'Pia Ode' }, 'program-administrator', 1);
  const added = [];
  for (const who of ['sue', 'tom', 'uma'] as const) added.push(await addTrained(db, ref(who), known[who]));
  supporters = added.map(({ id }) => id);
  const { id } = person('quill');
  secrets = new RegExp(`Quillfeather|Vesper|617-?555-?0144|${id}`);
  const asked = { kind: 'event-violence', soon: 'today' };
  await fillsIn(person('sue'), 'support.refer', { ...asked, colleagues: id });
  await fillsIn(person('sue'), 'support.refer', { ...asked, name: 'Vesper Okri', contact: '617-555-0144' });
  const opened = await db.selectFrom('referrals').select('id').execute();
  expect(opened).toHaveLength(2);
  referral = opened[0]?.id ?? '';
  await fillsIn(person('ana'), 'support.assign', { about: referral, supporter: supporters[1] });
  ({ id: offer } = await db.selectFrom('offers').select('id').executeTakeFirstOrThrow());
  await settled();
});
afterEach(async () => {
  await hospital.close();
  expect(teams.complaints).toEqual([]);
});

test('a director and the supporter who was asked open theirs by the same data', async () => {
  const seen = await person('ana').asks('task/fetch', { intent: 'support.assign', about: referral });
  expect(seen.text).toMatch(secrets);
  const own = await person('tom').asks('task/submit', { intent: 'support.offer', about: offer });
  expect(own.text).toMatch(secrets);
});

test.each([
  ['an outsider', outsider],
  ['an administrator', admin],
  ['a program administrator', 'pia'],
  ['a supporter who asked, and was not asked', 'sue'],
  ['a supporter who had nothing to do with it', 'uma'],
])('%s sees and changes nothing, whatever they press, open or send in, by every id', async (_, who) => {
  const before = await rows();
  const calls = teams.calls.length;
  const told: string[] = [];
  for (const intent of intentNames.filter((name) => /^(support|program)\./.test(name)))
    for (const about of abouts())
      for (const answer of await Promise.all(waysOf(person(who), intent, about))) {
        expect(answer.status).toBe(200);
        told.push(answer.text);
      }
  await settled();
  expect(told.length).toBeGreaterThan(1000);
  // Teams is asked who they are themselves, which names the people whose chats those are: none of the secrets.
  const sent = teams.calls.slice(calls).map(({ body }) => JSON.stringify(body));
  for (const words of [...told, ...sent]) expect(words).not.toMatch(secrets);
  expect(await rows()).toEqual(before);
});

test('the supporter who was asked learns nothing of the one they weren’t asked about', async () => {
  const other = /Quillfeather/.test((await opens('tom', offer)).text) ? /Vesper|0144/ : /Quillfeather/;
  const before = await rows();
  for (const intent of [
    'support.desk',
    'support.assign',
    'support.offer',
    'support.after',
    'support.settings',
  ])
    for (const about of abouts().filter((one) => one !== offer))
      for (const answer of await Promise.all(waysOf(person('tom'), intent, about)))
        expect(answer.text).not.toMatch(other);
  expect(await rows()).toEqual(before);
});

test('in a channel, not even a director or the supporter gets any of it', async () => {
  for (const who of ['ana', 'tom'])
    for (const data of [
      { intent: 'support.desk' },
      { intent: 'support.assign', about: referral },
      { intent: 'support.offer', about: offer, outcome: 'done' },
    ])
      for (const name of ['task/fetch', 'task/submit'] as const)
        expect((await person(who).asks(name, data, channel)).text).not.toMatch(secrets);
  expect((await hospital.db.selectFrom('offers').select('state').execute())[0]?.state).toBe('waiting');
});

/** Every way in which a client could send it. None of what's entered is enough for a referral. */
function waysOf(me: Person, intent: string, about: string): readonly Promise<Answer>[] {
  const data = { intent, ...(about === '' ? {} : { about }) };
  const entered = { form: true, supporter: supporters[2], outcome: 'done', role: 'director' };
  const { intent: _, ...rest } = data;
  const execute = (more: Fields = {}) =>
    me.invokes(welcome(me), { type: 'Action.Execute', title: '?', verb: intent, data: { ...rest, ...more } });
  return [
    execute(),
    execute(entered),
    execute({ form: true, outcome: 'cannot', delivered: true }),
    me.asks('task/fetch', data),
    me.asks('task/submit', data),
    me.asks('task/submit', { ...data, ...entered }),
    me.asks('task/submit', { ...data, form: true, outcome: 'cannot' }),
  ];
}

function abouts(): readonly string[] {
  const made = ['', '01a22375-6b03-7615-9102-a5e4f148ad9f'];
  return [...made, referral, offer, `${referral}/${offer}`, ...supporters.slice(1)];
}

function welcome(me: Person): Message {
  const message = me.lastMessage;
  if (message === undefined) throw new Error(`${me.name} has no message.`);
  return message;
}

function opens(who: string, about: string): Promise<Answer> {
  return person(who).asks('task/fetch', { intent: 'support.offer', about });
}

async function fillsIn(me: Person, intent: string, entries: Fields): Promise<void> {
  const answer = await me.asks('task/submit', { intent, form: true, ...entries });
  expect(answer.status).toBe(200);
}

async function settled(): Promise<void> {
  await allSent(hospital);
  await teams.quiet();
}

/** Of supporters what others say of them: who they turn to themselves is theirs to set. */
async function rows() {
  const { db } = hospital;
  return Promise.all([
    ...(['referrals', 'offers', 'roles', 'program_settings'] as const).map((table) =>
      db
        .selectFrom(table as 'offers')
        .selectAll()
        .execute(),
    ),
    db.selectFrom('supporters').select(['id', 'state', 'trained_on']).orderBy('id').execute(),
  ]);
}
