import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type IntentName, intentNames } from '../../src/bot/intent-names.ts';
import type { Effect } from '../../src/chat/effect.ts';
import type { Field } from '../../src/chat/form.ts';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { readRefer } from '../../src/features/asking/read-answers.ts';
import { referView } from '../../src/features/asking/views.ts';
import { words } from '../../src/features/asking/words.en.ts';
import { outcomes } from '../../src/features/referrals/rules.ts';
import { reader } from '../../src/playground/gallery/samples.ts';
import { buttonsIn, nameOf, type SupportCore, supportCore } from '../support/support-core.ts';
import { addTrained } from '../support/supporters.ts';
import { content, slackPerson, temporaryDatabase } from '../support/turn.ts';

/** Nothing in the program takes a sentence about a colleague. */

/** What may be typed, each checked as what it is, and how long it can be. */
const typedFields = new Map([
  ['name', 80],
  ['contact', 80],
  ['hours', 2],
]);

const uma = slackPerson('UUMA');
const sue = slackPerson('USUE');
const asker = slackPerson('UASKER');
const everyone = [uma, sue, asker];

let db: Database;
let close: () => Promise<void>;
let core: SupportCore;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  core = supportCore(db);
  await core.appoints(uma, 'director');
  await core.appoints(uma, 'administrator');
  await addTrained(db, sue, nameOf(sue.id));
});
afterEach(async () => {
  expect(core.faults).toEqual([]);
  await close();
});

test('no form or view of the program has a field for a sentence, however deep one presses', async () => {
  const seen = new Map<string, readonly Field[]>();
  for (const outcome of [null, ...outcomes]) {
    const { referral, offer } = await offered(`UCOL${outcome}`.replace(/[^A-Z0-9]/gi, ''));
    if (outcome !== null) await see(seen, sue, `support.offer:${offer}`, { outcome });
    for (const person of everyone) {
      for (const name of supportIntents) await walk(seen, person, name);
      await walk(seen, person, `support.assign:${referral}`);
      await walk(seen, person, `support.offer:${offer}`);
    }
  }
  const texts = [...seen].flatMap(([where, fields]) =>
    fields.filter(({ type }) => type === 'text').map((field) => [where, field.id] as const),
  );
  // It has seen the forms there are, and what's typed in them.
  for (const name of ['support.refer', 'support.self', 'support.assign', 'support.offer'])
    expect([...seen.keys()].join()).toContain(name);
  expect(texts.map(([where, id]) => `${where} ${id}`)).toEqual(
    expect.arrayContaining(['support.refer name']),
  );
  expect(texts.filter(([, id]) => !typedFields.has(id))).toEqual([]);
  for (const fields of seen.values())
    for (const field of fields)
      if (field.type === 'text')
        expect(field).toMatchObject({ lines: 'one', maxLength: typedFields.get(field.id) });
});

describe('a sentence', () => {
  const sentences = [
    'She gave the wrong dose on Tuesday and the patient died.',
    'call 555-010-7788, she gave the wrong dose',
    'ext. 4711 (after the code blue in room 12)',
    'ana@hospital.example is very upset about the lawsuit',
    'The patient, 43, was not monitored',
    'wrong side surgery',
  ];

  test.each(sentences)('where a way to reach someone goes is refused: %s', async (sentence) => {
    for (const [form, more] of [
      ['support.refer', { name: 'Zora Quist' }],
      ['support.self', {}],
    ] as const) {
      const [effect] = await core.sends(asker, form, {
        ...{ kind: 'event-error', soon: 'week', supporter: 'anyone', contact: sentence },
        ...more,
      });
      expect(effect).toMatchObject({ type: 'view', errors: { contact: expect.anything() } });
    }
    expect(await db.selectFrom('referrals').selectAll().execute()).toEqual([]);
  });

  test.each([
    `${'Zora '.repeat(20)}Quist`,
    'Zora Quist\nShe gave the wrong dose.',
    'Zora Quist, who gave the wrong dose on Tuesday.',
    'Zora Quist: wrong dose',
    'Zora gave the wrong dose to a patient on ward 4 and needs to talk to someone',
    '555-010-7788',
    '',
  ])('where a name goes is refused: %j', async (sentence) => {
    const [effect] = await core.sends(asker, 'support.refer', {
      ...{ kind: 'event-error', soon: 'week', name: sentence, contact: '555-010-7788' },
    });
    expect(effect).toMatchObject({ type: 'view', errors: { name: expect.anything() } });
    // The name of someone who was picked and doesn't have Buddy.
    const answers = { kind: 'event-error', soon: 'week', pickedName: sentence };
    const read = readRefer(answers, [{ person: sue, is: 'absent' }], [asker], words);
    expect(read).toEqual({ ok: false, errors: { pickedName: expect.anything() } });
    const view = referView(reader, content, true);
    expect(view.fields.find(({ id }) => id === 'pickedName')).toMatchObject({ type: 'text', maxLength: 80 });
  });

  test.each([
    'Zora Quist',
    'Dr. María-José de la O’Brien, RN',
    'Nguyễn Thị Minh Khai',
    'J. R. Smith Jr.',
    '王小明',
  ])('is no name: %s is taken', async (name) => {
    await core.sends(asker, 'support.refer', {
      ...{ kind: 'event-error', soon: 'week', name, contact: '555-010-7788' },
    });
    expect(await db.selectFrom('referrals').selectAll().execute()).toHaveLength(1);
  });
});

const supportIntents = intentNames.filter((name) => /^support\./.test(name) && name !== 'support.end');

/** Opens it, and whatever can be pressed in it, and in that. */
async function walk(
  seen: Map<string, readonly Field[]>,
  person: PersonRef,
  id: string,
  pressed = new Set<string>(),
): Promise<void> {
  if (pressed.has(id) || !/^support\./.test(id) || id.startsWith('support.end')) return;
  pressed.add(id);
  const effects = await core.presses(person, id);
  for (const next of noted(seen, effects)) await walk(seen, person, next, pressed);
}

async function see(
  seen: Map<string, readonly Field[]>,
  person: PersonRef,
  form: string,
  answers: Record<string, string>,
): Promise<void> {
  for (const next of noted(seen, await core.sends(person, form, answers))) await walk(seen, person, next);
}

/** What can be pressed next. */
function noted(seen: Map<string, readonly Field[]>, effects: readonly Effect[]): readonly string[] {
  return effects.flatMap((effect) => {
    if (effect.type === 'view') {
      const { id, fields, elements } = effect.view;
      seen.set(`${nameIn(id)}`, fields);
      return buttonsIn(elements).map((button) => button.id);
    }
    if (effect.type === 'open-form' || effect.type === 'form-errors') {
      seen.set(nameIn(effect.form.id), effect.form.fields);
      return [];
    }
    return buttonsIn(effect.card.elements).map((button) => button.id);
  });
}

function nameIn(id: string): IntentName {
  return id.replace(/:.*/, '') as IntentName;
}

/** One that's with the supporter. */
async function offered(id: string): Promise<{ readonly referral: string; readonly offer: string }> {
  await db.updateTable('supporters').set({ offers_count: 0 }).execute();
  await db.deleteFrom('referrals').execute();
  await core.refers(asker, [slackPerson(id)]);
  const [referral] = await db.selectFrom('referrals').select('id').execute();
  const [supporter] = await db.selectFrom('supporters').select('id').execute();
  await core.sends(uma, `support.assign:${referral?.id}`, { supporter: supporter?.id ?? '' });
  const [offer] = await db.selectFrom('offers').select('id').execute();
  return { referral: referral?.id ?? '', offer: offer?.id ?? '' };
}
