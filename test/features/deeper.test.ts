import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Card } from '../../src/chat/card.ts';
import { fallbackText } from '../../src/chat/fallback-text.ts';
import type { Database } from '../../src/db/schema.ts';
import { planDue } from '../../src/features/nudges/plan.ts';
import { callOff, createRedraw } from '../../src/features/nudges/redraw.ts';
import { startPair } from '../../src/features/pairing/store.ts';
import { deeperFor } from '../../src/features/questions/deeper.ts';
import { enrol, findMember, type Member } from '../../src/people/members/store.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  buttonIds,
  content,
  slackPerson,
  someHospital,
  temporaryDatabase,
  textOf,
} from '../support/turn.ts';

const ana = slackPerson('U0ANA');
const rosa = slackPerson('U0ROSA');
/** The Sundays before a Monday with one more question, one with a longer time, and one with neither; and those Mondays. */
const question = {
  week: '2026-W51',
  sunday: '2026-12-13T12:00:00Z',
  monday: '2026-12-14T08:00:30Z',
} as const;
const long = { week: '2027-W01', sunday: '2027-01-03T12:00:00Z', monday: '2027-01-04T08:00:30Z' } as const;
const neither = { week: '2026-W50', sunday: '2026-12-06T12:00:00Z', monday: '2026-12-07T08:00:30Z' } as const;
type Monday = typeof question | typeof long | typeof neither;

const asked = deeperFor(content.deeper, question.week);
const words = asked?.type === 'question' ? asked.words : { en: '', es: '' };

let db: Database;
let close: () => Promise<void>;
let me: Member;
let pairId: string;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

const at = (instant: string) => Date.parse(instant);
const scene = (now: number, from = ana) =>
  aScene({ db, now, from, redraw: createRedraw(content.bank), callOff });

async function pairUp({ sunday }: Monday): Promise<void> {
  me = await enrol(db, ana, aProfile('Ana'), someHospital, at(sunday));
  const buddy = await enrol(db, rosa, aProfile('Rosa', { language: 'es' }), someHospital, at(sunday));
  pairId = (await startPair(db, me, buddy, at(sunday))) ?? '';
}

function plan({ monday }: Monday, from = content): Promise<number> {
  return planDue(db, { at: at(monday), now: at(monday), content: from });
}

/** What someone's message of the week is, as it's sent first. */
async function messageTo(person: string): Promise<Card> {
  const { card } = await db
    .selectFrom('outbox')
    .select('card')
    .where('key', 'like', 'nudge:%')
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow();
  return JSON.parse(card ?? 'null') as Card;
}

const buttonsOn = ({ elements }: Card) =>
  elements.flatMap((element) => (element.type === 'buttons' ? element.buttons.map(({ id }) => id) : []));

describe('one Monday in four', () => {
  test('has one more question below the two, in each one their language, in the same message', async () => {
    await pairUp(question);
    await plan(question);
    const [toAna, toRosa] = [await messageTo('U0ANA'), await messageTo('U0ROSA')];
    expect(fallbackText(toAna)).toContain(`For when you have half an hour:\n${words.en}`);
    expect(fallbackText(toRosa)).toContain(`Para cuando tengan media hora:\n${words.es}`);
    const types = toAna.elements.map(({ type }) => type);
    expect(types.indexOf('questions')).toBe(0);
    // Nothing is there to press for it.
    expect(buttonsOn(toAna).filter((id) => /deeper|guide/.test(id))).toEqual([]);
    expect(
      await db.selectFrom('outbox').select('key').where('key', 'like', 'nudge:%').execute(),
    ).toHaveLength(2);
  });

  test('about once a quarter, has a guide to a meal or a walk in its place', async () => {
    await pairUp(long);
    await plan(long);
    const card = await messageTo('U0ANA');
    expect(fallbackText(card)).toContain('make it a longer one');
    expect(buttonsOn(card)).toContain('resources.guide:longer');
    const guide = textOf(
      await answer(scene(at(long.monday)), anIntent('resources.guide', { about: 'longer' })),
    );
    expect(guide).toContain('a meal or a walk');
  });

  test('has neither on the others', async () => {
    await pairUp(neither);
    await plan(neither);
    expect(fallbackText(await messageTo('U0ANA'))).not.toMatch(/half an hour|longer one/);
  });
});

describe('someone who wants just the two questions', () => {
  test('says so with one tap in the settings, and the buddy still gets theirs', async () => {
    await pairUp(question);
    const settings = await answer(scene(at(question.sunday)), anIntent('settings.edit', { isTyped: true }));
    expect(buttonIds(settings)).toContain('settings.deeper:off');
    const done = await answer(scene(at(question.sunday)), anIntent('settings.deeper', { about: 'off' }));
    expect(textOf(done)).toContain('Just the two questions from now on.');
    await plan(question);
    expect(fallbackText(await messageTo('U0ANA'))).not.toContain('half an hour');
    expect(fallbackText(await messageTo('U0ROSA'))).toContain(words.es);
  });

  test('has it back with one tap', async () => {
    await pairUp(question);
    for (const about of ['off', 'on'])
      await answer(scene(at(question.sunday)), anIntent('settings.deeper', { about }));
    expect(await findMember(db, ana)).toMatchObject({ wantsDeeper: true });
    await plan(question);
    expect(fallbackText(await messageTo('U0ANA'))).toContain(words.en);
  });

  test('a button that nobody made changes nothing, and shows what is set', async () => {
    await pairUp(question);
    const before = await findMember(db, ana);
    const shown = await answer(scene(at(question.sunday)), anIntent('settings.deeper', { about: 'maybe' }));
    expect(buttonIds(shown)).toContain('settings.edit');
    expect(await findMember(db, ana)).toEqual(before);
  });

  test('reads so in what is held, and in the copy', async () => {
    await pairUp(question);
    await answer(scene(at(question.sunday)), anIntent('settings.deeper', { about: 'off' }));
    expect(textOf(await answer(scene(at(question.sunday)), anIntent('privacy.show')))).toContain(
      'no, left out',
    );
    expect(JSON.stringify(await answer(scene(at(question.sunday)), anIntent('privacy.export')))).toContain(
      '\\"wantsDeeper\\": false',
    );
  });

  test('who has no buddy yet is told where it begins, and nothing is kept', async () => {
    const told = await answer(scene(at(question.sunday)), anIntent('settings.deeper', { about: 'off' }));
    expect(textOf(told)).toContain('first buddy');
    expect(await findMember(db, ana)).toBeNull();
  });
});

test('a week keeps its question once it is out, whatever becomes of the bank', async () => {
  await pairUp(question);
  await plan(question);
  await db.updateTable('outbox').set({ status: 'sent', message_ref: 'D1 1' }).execute();
  const others = { ...content, deeper: content.deeper.toReversed() };
  const about = `${pairId}/${question.week}`;
  await answer(
    { ...scene(at(question.monday)), content: others },
    anIntent('checkins.acknowledge', { about }),
  );
  const changed = await db.selectFrom('outbox').select('card').where('changes_key', 'is not', null).execute();
  expect(changed.length).toBeGreaterThan(0);
  for (const { card } of changed)
    expect(fallbackText(JSON.parse(card ?? 'null') as Card)).toMatch(
      new RegExp(`${RegExp.escape(words.en)}|${RegExp.escape(words.es ?? '')}`),
    );
});

test('a week that was out before there was such a thing has nothing added to it', async () => {
  await pairUp(question);
  await plan(question);
  await db
    .updateTable('question_sets')
    .set({ deeper: null, deeper_question: null, deeper_question_es: null })
    .execute();
  await db.updateTable('outbox').set({ status: 'sent', message_ref: 'D1 1' }).execute();
  await answer(
    scene(at(question.monday)),
    anIntent('checkins.acknowledge', { about: `${pairId}/${question.week}` }),
  );
  const changed = await db.selectFrom('outbox').select('card').where('changes_key', 'is not', null).execute();
  for (const { card } of changed)
    expect(fallbackText(JSON.parse(card ?? 'null') as Card)).not.toMatch(/half an hour|media hora/);
});

const hospital = { ...someHospital, admins: new Set(['slack:U0ANA']) };

test('an administrator sees it beforehand in the preview', async () => {
  const admin = aScene({ db, now: at(question.sunday), from: ana, hospital });
  await answer(admin, anIntent('questions.preview', { about: question.week }));
  const { card } = await db.selectFrom('outbox').select('card').executeTakeFirstOrThrow();
  expect(fallbackText(JSON.parse(card ?? 'null') as Card)).toContain(words.en);
});
