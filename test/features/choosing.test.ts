import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { routes } from '../../src/bot/routes.ts';
import type { Database } from '../../src/db/schema.ts';
import { mostShown } from '../../src/features/choosing/rules.ts';
import { endPair, startPair } from '../../src/features/pairing/store.ts';
import { enrol, findMember, type Member } from '../../src/people/members/store.ts';
import { saveOpenToInvitations, savePause } from '../../src/people/members/wishes-store.ts';
import { findNamed } from '../../src/people/named.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  buttonIds,
  cardOf,
  content,
  type Scene,
  slackPerson,
  someHospital,
  temporaryDatabase,
  textOf,
} from '../support/turn.ts';

const ana = slackPerson('U0ANA');
const now = Date.parse('2026-11-25T12:00:00Z');
const day = 86_400_000;
let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

function member(name: string): Promise<Member> {
  return enrol(db, slackPerson(`U0${name.toUpperCase()}`), aProfile(name), someHospital, now);
}

async function openMember(name: string): Promise<Member> {
  const one = await member(name);
  await saveOpenToInvitations(db, one.id, true);
  return one;
}

function turn(more: Partial<Scene> = {}): Scene {
  return aScene({ db, now, from: ana, ...more });
}

/** The people shown to Ana, by name. */
async function shown(more: Partial<Scene> = {}): Promise<readonly string[]> {
  const choice = cardOf(await answer(turn(more), anIntent('pairing.choose'))).elements.find(
    (element) => element.type === 'choice',
  );
  return choice?.type === 'choice' ? choice.options.map((option) => option.label) : [];
}

describe('someone who finds it hard to choose', () => {
  test('reads the two questions that help, and how to ask', async () => {
    const effects = await answer(turn(), anIntent('pairing.choose'));
    const strong = cardOf(effects).elements.flatMap((one) =>
      one.type === 'text' && one.tone === 'strong' ? [one.words] : [],
    );
    const guide = content.guides.find((one) => one.id === 'choosing');
    expect(strong).toHaveLength(2);
    expect(guide?.words.en.paragraphs).toEqual(expect.arrayContaining(strong));
    expect(textOf(effects)).toContain('/buddy @colleague');
    expect(buttonIds(effects)).toEqual([
      'pairing.invite',
      'pairing.code',
      'resources.guide:choosing',
      'pairing.open',
    ]);
  });

  test('writes nothing by asking, and is no member for it', async () => {
    await answer(turn({ newcomer: aProfile('Ana') }), anIntent('pairing.choose'));
    expect(await findMember(db, ana)).toBeNull();
  });

  test('sees no list where nobody has asked to be on it', async () => {
    await member('Ben');
    expect(await shown()).toEqual([]);
  });

  test('sees who is open to an invitation, by name, and picks one to invite', async () => {
    for (const name of ['Émile', 'Zoe', 'Ben']) await openMember(name);
    expect(await shown()).toEqual(['Ben', 'Émile', 'Zoe']);
    const choice = cardOf(await answer(turn(), anIntent('pairing.choose'))).elements.find(
      (element) => element.type === 'choice',
    );
    if (choice?.type !== 'choice') throw new Error('no choice');
    expect(choice.id.startsWith('pairing.invite:')).toBe(true);
    const named = choice.options[0]?.value ?? '';
    expect(named).not.toContain('U0BEN');
    expect(await findNamed(db, ana, named)).toEqual(slackPerson('U0BEN'));
  });

  test('no two elements of the card have the same id', async () => {
    await openMember('Ben');
    const { elements } = cardOf(await answer(turn(), anIntent('pairing.choose')));
    const ids = elements.flatMap((one) =>
      one.type === 'buttons' ? one.buttons.map((button) => button.id) : one.type === 'choice' ? [one.id] : [],
    );
    expect(ids).toContain('pairing.invite:open');
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('never sees themselves, a buddy of theirs, someone who is away, or who has buddies enough', async () => {
    const me = await openMember('Ana');
    const buddy = await openMember('Buddy');
    await startPair(db, me, buddy, now);
    const away = await openMember('Away');
    await savePause(db, away.id, { pausedAt: now - day, pausedUntil: now + day });
    const back = await openMember('Back');
    await savePause(db, back.id, { pausedAt: now - 2 * day, pausedUntil: now - day });
    const full = await openMember('Full');
    const freed = await openMember('Freed');
    for (const name of ['One', 'Two', 'Three']) {
      const other = await member(name);
      await startPair(db, full, other, now);
      const pairId = await startPair(db, freed, other, now);
      if (name === 'Three') await endPair(db, pairId ?? '', now);
    }
    expect(await shown()).toEqual(['Back', 'Freed']);
  });

  test('a guest sees no names where guests are not welcome, and the same list as everybody where they are', async () => {
    await openMember('Ben');
    const newcomer = aProfile('Ana', { kind: 'guest' });
    expect(await shown({ newcomer })).toEqual([]);
    expect(await shown({ newcomer, hospital: { ...someHospital, guestsWelcome: true } })).toEqual(['Ben']);
    expect(routes['pairing.choose'].looksUpNewcomer).toBe(true);
  });

  test('sees twenty at most, and nobody is left out for good', async () => {
    for (let index = 0; index < mostShown + 10; index++) await openMember(`Person${index}`);
    const seen = new Set<string>();
    for (let days = 0; days < 30; days++) {
      const names = await shown({ now: now + days * day });
      expect(names).toHaveLength(mostShown);
      expect([...names].sort((one, other) => one.localeCompare(other, 'en'))).toEqual(names);
      for (const name of names) seen.add(name);
    }
    expect(seen.size).toBe(mostShown + 10);
  });

  test('with as many buddies as there may be, is told how to make room', async () => {
    const me = await member('Ana');
    for (const name of ['One', 'Two', 'Three']) await startPair(db, me, await member(name), now);
    const effects = await answer(turn(), anIntent('pairing.choose'));
    expect(textOf(effects)).toContain('/buddy end');
    expect(buttonIds(effects)).toEqual([]);
  });
});

describe('being open to an invitation', () => {
  const ben = slackPerson('U0BEN');

  test('is a yes: others see the name from now on, and one is told who sees it', async () => {
    const effects = await answer(turn({ from: ben, newcomer: aProfile('Ben') }), anIntent('pairing.open'));
    expect(textOf(effects)).toContain('Anyone here who looks for a buddy');
    expect(buttonIds(effects)).toContain('pairing.close');
    expect(await shown()).toEqual(['Ben']);
    expect(buttonIds(await answer(turn({ from: ben }), anIntent('pairing.choose')))).toContain(
      'pairing.close',
    );
  });

  test('can be taken back at once, and twice', async () => {
    await openMember('Ben');
    for (let times = 0; times < 2; times++) {
      expect(textOf(await answer(turn({ from: ben }), anIntent('pairing.close')))).toContain('off the list');
      expect(await shown()).toEqual([]);
    }
  });

  test('taking it back makes nobody a member', async () => {
    await answer(turn({ from: ben, newcomer: aProfile('Ben') }), anIntent('pairing.close'));
    expect(await findMember(db, ben)).toBeNull();
  });

  test('who is away learns that the name appears later', async () => {
    const one = await member('Ben');
    await savePause(db, one.id, { pausedAt: now, pausedUntil: null });
    expect(textOf(await answer(turn({ from: ben }), anIntent('pairing.open')))).toContain('once you resume');
    expect(await shown()).toEqual([]);
  });

  test('who has buddies enough is not put on the list', async () => {
    const one = await member('Ben');
    for (const name of ['One', 'Two', 'Three']) await startPair(db, one, await member(name), now);
    expect(textOf(await answer(turn({ from: ben }), anIntent('pairing.open')))).toContain('/buddy end');
    expect(await findMember(db, ben)).toMatchObject({ isOpenToInvitations: false });
  });

  test('a guest is refused where guests are not welcome, and taken where they are', async () => {
    const newcomer = aProfile('Ben', { kind: 'guest' });
    expect(textOf(await answer(turn({ from: ben, newcomer }), anIntent('pairing.open')))).toContain(
      "Guest accounts can't use Buddy here",
    );
    expect(await findMember(db, ben)).toBeNull();
    await answer(
      turn({ from: ben, newcomer, hospital: { ...someHospital, guestsWelcome: true } }),
      anIntent('pairing.open'),
    );
    expect(await findMember(db, ben)).toMatchObject({ isOpenToInvitations: true });
  });
});
