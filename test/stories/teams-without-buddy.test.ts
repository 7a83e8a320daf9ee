import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { appoint } from '../../src/people/roles/store.ts';
import { allSent, type House, openHouse } from '../support/hospital.ts';
import { addTrained } from '../support/supporters.ts';
import type { Dialog } from '../support/teams/dialog.ts';
import type { Person } from '../support/teams/person.ts';
import { inputsOf } from '../support/teams/read.ts';
import { startTeams } from '../support/teams/stand-in.ts';
import type { Teams } from '../support/teams/teams.ts';
import type { Message } from '../support/teams/types.ts';

/** Teams' picker finds everyone of the tenant, and gives an id: of who doesn't have Buddy, nobody tells a name. */

let teams: Teams;
let hospital: House;
let ana: Person;
let ben: Person;
let asker: Person;
let cole: Person;
let dana: Person;
const sent = { kind: 'event-death', soon: 'today' };

beforeEach(async () => {
  teams = await startTeams();
  const there = (who: string, name: string) => teams.person(who, { name, tz: 'America/New_York' });
  ana = there('ana', 'Ana Silva');
  ben = there('ben', 'Ben Okafor');
  asker = there('asker', 'Ida Quill');
  cole = teams.person('cole', { name: 'Cole Vance', installed: false });
  dana = teams.person('dana', { name: 'Dana Lee', installed: false });
  hospital = await openHouse([teams], { now: '2026-12-02T15:00:00Z' });
  for (const one of [ana, ben, asker]) await one.installs();
  const ref = ({ id }: Person) => ({ platform: 'teams', workspace: teams.identity.tenantId, id }) as const;
  await appoint(hospital.db, { person: ref(ana), name: ana.name }, 'director', 1);
  await addTrained(hospital.db, ref(ben), ben.name);
});
afterEach(async () => {
  await hospital.close();
  expect(teams.complaints).toEqual([]);
});

test('one who was picked is asked for by name, and reaches the supporter by it', async () => {
  const form = await opened();
  expect(inputsOf(form.card).has('pickedName')).toBe(false);
  const asked = await form.submits({ ...sent, colleagues: cole.id });
  expect(asked.text).toContain('Type the name of the one you picked');
  expect(inputsOf(asked.card).get('colleagues')?.value).toBe(cole.id);
  expect(await count()).toBe(0);
  const wrong = await asked.submits({ pickedName: 'https://example.org' });
  expect(wrong.text).toContain('Type just a name');
  expect(inputsOf(wrong.card).get('pickedName')?.value).toBe('https://example.org');
  expect((await wrong.submits({ pickedName: 'Cole Vance' })).text).toContain('Someone will reach out');
  await allSent(hospital);
  const desk = await ana.opensView(ana.lastMessage as Message, 'support.desk');
  const one = await desk.presses('support.assign:');
  expect(one.text).toContain('Cole Vance');
  const { id } = await hospital.db.selectFrom('supporters').select('id').executeTakeFirstOrThrow();
  await one.submits({ supporter: id });
  await allSent(hospital);
  const offer = await ben.opensView(ben.lastMessage as Message, 'support.offer:');
  expect(offer.text).toContain('Cole Vance');
  expect(JSON.stringify(ben.lastMessage)).not.toMatch(/Cole|Vance/);
});

test('they find it under privacy should they get Buddy, and can end it', async () => {
  const asked = await (await opened()).submits({ ...sent, colleagues: cole.id });
  await asked.submits({ pickedName: 'Cole Vance' });
  await cole.installs();
  const shown = await cole.says('privacy');
  expect(shown.text + JSON.stringify(cole.lastAnswer)).toContain('An offer of support has been open');
  // Nobody is asked for twice.
  await (await opened()).submits({ ...sent, colleagues: cole.id });
  expect(await count()).toBe(1);
});

test('of several, who asks hears who is there, and asks for the others alone', async () => {
  const form = await opened();
  const both = await form.submits({ ...sent, colleagues: [cole.id, ben.id].join(',') });
  expect(both.text).toContain('Only these have Buddy: Ben Okafor.');
  const neither = await both.submits({ colleagues: [cole.id, dana.id].join(',') });
  expect(neither.text).toContain('None of them has Buddy');
  expect(await count()).toBe(0);
});

test('a name and a way to reach them that were typed are another one, and both are asked for', async () => {
  const more = { name: 'Vesper Okri', contact: '617-555-0144' };
  const asked = await (await opened()).submits({ ...sent, ...more, colleagues: cole.id });
  expect(asked.text).toContain('Type the name of the one you picked');
  await asked.submits({ pickedName: 'Cole Vance' });
  expect(await count()).toBe(2);
});

async function opened(): Promise<Dialog> {
  return asker.opensView(await asker.says('support'), 'support.refer');
}

async function count(): Promise<number> {
  return (await hospital.db.selectFrom('referrals').select('id').execute()).length;
}
