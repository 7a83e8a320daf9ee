import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openPlayground, type PlaygroundStage, textOf, until } from './playground-stage.ts';

let stage: PlaygroundStage;
beforeEach(async () => {
  stage = await openPlayground();
});
afterEach(() => stage.close());

const day = 86_400_000;
const bring = () => stage.post('support', {});
const messagesOf = async (person: string) => (await stage.state(person)).messages;
const texts = async (person: string) => (await messagesOf(person)).map((message) => textOf(message));

async function rowsOf(person: string): Promise<Readonly<Record<string, number>>> {
  const tables = (await stage.held(person)).filter(({ rows }) => rows.length > 0);
  return Object.fromEntries(tables.map(({ table, rows }) => [table, rows.length]));
}

test('a ward starts without a program, and gets one when someone asks for it', async () => {
  expect(await rowsOf('elif')).toEqual({});
  expect((await bring()).status).toBe(200);
  expect(await texts('elif')).toEqual([expect.stringContaining('waits for you at the desk')]);
  expect(await rowsOf('elif')).toMatchObject({ roles: 1 });
  for (const who of ['dana', 'gus']) expect(await rowsOf(who)).toMatchObject({ supporters: 1 });
  expect(await stage.db.selectFrom('supporters').select('trained_on').execute()).toEqual([
    { trained_on: expect.stringMatching(/^2026-/) },
    { trained_on: expect.stringMatching(/^2026-/) },
  ]);
});

test('asked for again, nobody is referred twice', async () => {
  await Promise.all([bring(), bring()]);
  await bring();
  expect(await rowsOf('chidi')).toEqual({ referrals: 1 });
  expect(await stage.db.selectFrom('supporters').selectAll().execute()).toHaveLength(2);
  expect(await texts('elif')).toHaveLength(1);
});

test('behind the curtain, who it is about stands nowhere in words', async () => {
  await bring();
  const held = await stage.held('chidi');
  expect(JSON.stringify(held)).not.toMatch(/Chidi|Eze|event-death|"chidi"/);
  const [referral] = held.find(({ table }) => table === 'referrals')?.rows ?? [];
  expect(String(referral?.sealed).length).toBeGreaterThan(300);
  expect(await rowsOf('ana')).toMatchObject({ referrals: 1 });
});

test('a supporter finds the offer among their rows, and after it nothing of it', async () => {
  await bring();
  const { view: desk } = (await stage.press('elif', 'support.desk')).json;
  const assign = desk?.elements.flatMap((one) => (one.type === 'buttons' ? one.buttons : []))[0]?.id;
  const open = await stage.post('press', { person: 'elif', message: 'view', button: assign });
  const field = open.json.view?.fields[0];
  const supporter = field?.type === 'choice' ? field.options[0] : undefined;
  expect(supporter?.label).toBe('Gus Moreau');
  await stage.post('submit', { person: 'elif', form: assign, answers: { supporter: supporter?.value } });
  await until(async () => (await texts('gus')).some((text) => text.includes('could use a word')));
  expect(await rowsOf('gus')).toMatchObject({ offers: 1, supporters: 1 });
  const offer = (await stage.press('gus', 'support.offer:')).json.view?.id;
  await stage.post('submit', { person: 'gus', form: offer, answers: { outcome: 'done' } });
  expect(await rowsOf('chidi')).toEqual({});
  expect(await rowsOf('gus')).not.toHaveProperty('offers');
});

test('who goes on a week hears of a deadline when it has come, not when they arrive', async () => {
  await bring();
  const { now } = await stage.state('elif');
  await stage.travel('week', 'elif');
  const told = (await messagesOf('elif')).find((message) =>
    textOf(message).includes('has waited at the desk'),
  );
  const late = (told?.at ?? 0) - now;
  expect(late).toBeGreaterThan(day - 60_000);
  expect(late).toBeLessThan(day + 60_000);
});

test('after a reset there is no program, and it can be brought again', async () => {
  await bring();
  await stage.post('language', { person: 'ana', language: 'es' });
  await stage.post('reset', {});
  expect(await rowsOf('chidi')).toEqual({});
  expect((await stage.state('ana')).people.map(({ language }) => language)).not.toContain('es');
  await bring();
  expect(await rowsOf('chidi')).toEqual({ referrals: 1 });
});

test("an account that's set to Spanish is answered in it, whether its owner takes part or not", async () => {
  await stage.say('ana', '/buddy @Ben Okafor');
  await until(async () => (await messagesOf('ben')).length > 0);
  await stage.press('ben', 'pairing.accept');
  for (const person of ['ana', 'chidi']) {
    expect((await stage.post('language', { person, language: 'es' })).status).toBe(200);
    expect(JSON.stringify((await stage.state(person)).home)).toMatch(/lunes/);
    await stage.say(person, '/buddy privacy');
    expect((await texts(person)).at(-1)).toMatch(/Buddy no /);
  }
  await stage.travel('monday');
  expect((await texts('ana')).at(-1)).toContain('Dos preguntas para');
  expect((await texts('ben')).at(-1)).toContain('Two questions for');
  await stage.post('language', { person: 'ana', language: 'en' });
  await stage.say('ana', '/buddy status');
  expect((await texts('ana')).at(-1)).not.toMatch(/semana/);
  expect((await stage.post('language', { person: 'nobody', language: 'es' })).status).toBe(404);
});
