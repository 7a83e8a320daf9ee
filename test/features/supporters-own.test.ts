import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Answers } from '../../src/chat/form.ts';
import type { Database } from '../../src/db/schema.ts';
import { findAudit } from '../../src/features/audit/store.ts';
import { leaveRoster } from '../../src/features/supporters/leave.ts';
import { editCard } from '../../src/features/supporters/own-card.ts';
import { findSupporter, findSupporters, type Supporter } from '../../src/features/supporters/store.ts';
import { readSums } from '../../src/features/tallies/sums-store.ts';
import { seals } from '../support/seals.ts';
import { addTrained } from '../support/supporters.ts';
import { anIntent, aScene, content, temporaryDatabase, textOf, turnOf } from '../support/turn.ts';
import {
  aDirector,
  does,
  hospital,
  messages,
  now,
  someone,
  viewButtons,
  viewErrors,
  viewOf,
  viewText,
} from './supporters-stage.ts';

const ben = someone('ben');
const chidi = someone('chidi');

let db: Database;
let close: () => Promise<void>;
let me: Supporter;
let other: Supporter;
beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  me = await addTrained(db, ben, 'Ben');
  other = await addTrained(db, chidi, 'Chidi');
});
afterEach(() => close());

const card: Answers = {
  profession: 'nurse',
  specialty: 'critical-care',
  rank: 'senior',
  kinds: 'event-error,event-death',
  languages: 'en,es',
  contact: ' (555) 010-0199 ',
  hours: 'nights',
  onCall: 'mon,sun',
  shown: 'profession,contact',
  most: '2',
  awayFrom: '2026-12-20',
  awayUntil: '2027-01-02',
};

describe('a supporter’s card', () => {
  test('is filled in by themselves, and shows everyone what they chose', async () => {
    const saved = await does(db, ben, 'support.card', { answers: card });
    expect(viewText(saved)).toContain('Nurse');
    expect(viewText(saved)).toContain('555-010-0199');
    expect(viewText(saved)).not.toContain('Critical care');
    expect(await findSupporter(db, me.id)).toMatchObject({
      profession: 'nurse',
      specialty: 'critical-care',
      rank: 'senior',
      unit: null,
      kinds: ['event-error', 'event-death'],
      languages: ['en', 'es'],
      contact: '555-010-0199',
      hours: ['nights'],
      onCall: ['mon', 'sun'],
      shown: ['profession', 'contact'],
      mostOffers: 2,
      awayFrom: '2026-12-20',
      awayUntil: '2027-01-02',
    });
  });

  test('comes back as it was left, and can be emptied', async () => {
    await does(db, ben, 'support.card', { answers: card });
    const fields = viewOf(await does(db, ben, 'support.card')).fields;
    const initial = Object.fromEntries(
      fields.map((field) => [field.id, 'initial' in field ? field.initial : undefined]),
    );
    expect(initial).toMatchObject({ profession: 'nurse', kinds: ['event-error', 'event-death'], most: '2' });
    await does(db, ben, 'support.card', { answers: {} });
    expect(await findSupporter(db, me.id)).toMatchObject({
      profession: null,
      kinds: [],
      contact: null,
      shown: [],
      mostOffers: 4,
      awayFrom: null,
      trainedOn: me.trainedOn,
    });
  });

  test.each(['call me, I was there too', '555 or Ana knows', '12'])(
    'takes %j for no way to reach anyone',
    async (contact) => {
      const effects = await does(db, ben, 'support.card', { answers: { ...card, contact } });
      expect(viewErrors(effects)).toEqual(['contact']);
      expect((await findSupporter(db, me.id))?.contact).toBeNull();
    },
  );

  test.each([
    [{ awayFrom: '2026-12-20', awayUntil: '2026-12-19' }, ['awayUntil']],
    [{ awayFrom: '2026-02-30' }, ['awayFrom']],
    [{ awayUntil: 'soon' }, ['awayUntil']],
  ])('has days that are days, in their order: %j', async (days, faults) => {
    const effects = await does(db, ben, 'support.card', { answers: { ...days } });
    expect(viewErrors(effects)).toEqual(faults);
  });

  test('takes nothing that isn’t in the lists, and no more than the ceiling', async () => {
    const answers = { profession: 'wizard', kinds: 'event-error,gossip', shown: 'name,hours', most: '40' };
    await does(db, ben, 'support.card', { answers });
    const saved = await findSupporter(db, me.id);
    expect(saved).toMatchObject({
      profession: null,
      kinds: ['event-error'],
      shown: ['hours'],
      mostOffers: 4,
    });
    const most = viewOf(await does(db, ben, 'support.card')).fields.find(({ id }) => id === 'most');
    expect(most?.type === 'choice' ? most.options.map(({ value }) => value) : []).toEqual([
      ...['1', '2', '3', '4', '5'],
    ]);
  });

  test('has no field for a sentence', async () => {
    const texts = viewOf(await does(db, ben, 'support.card')).fields.filter(({ type }) => type === 'text');
    expect(texts.map(({ id }) => id)).toEqual(['contact']);
  });

  test('says which units there are only where the hospital has named some', async () => {
    expect(viewOf(await does(db, ben, 'support.card')).fields.map(({ id }) => id)).not.toContain('unit');
    const units = [{ id: 'icu', words: { en: 'ICU' } }];
    const support = { ...content.support, choices: { ...content.support.choices, units } };
    const scene = aScene({ db, now, from: ben, hospital, content: { ...content, support } });
    const turn = await turnOf(scene);
    const shown = viewOf(await editCard(turn, anIntent('support.card')));
    expect(shown.fields.map(({ id }) => id)).toContain('unit');
    await editCard(turn, anIntent('support.card', { answers: { unit: 'icu' } }));
    expect((await findSupporter(db, me.id))?.unit).toBe('icu');
  });
});

describe('a supporter', () => {
  test('chooses a supporter of their own, and may choose nobody', async () => {
    const list = await does(db, ben, 'support.own');
    expect(viewText(list)).toContain('Chidi');
    expect(viewText(list)).not.toContain('Ben');
    await does(db, ben, `support.own:${other.id}`);
    expect((await findSupporter(db, me.id))?.ownSupporterId).toBe(other.id);
    expect(viewText(await does(db, ben, 'support.own'))).toContain('Right now: Chidi.');
    await does(db, ben, `support.own:${me.id}`);
    expect((await findSupporter(db, me.id))?.ownSupporterId).toBe(other.id);
    await does(db, ben, 'support.own:none');
    expect((await findSupporter(db, me.id))?.ownSupporterId).toBeNull();
  });

  test('stops in one step, asked once; what’s open is passed on, and nothing of the card stays', async () => {
    await does(db, chidi, `support.own:${me.id}`);
    const passedOn: string[] = [];
    const leave = leaveRoster(async (_, { name }) => {
      passedOn.push(name);
      expect(await findSupporters(db)).toHaveLength(2);
    });
    const turn = await turnOf(aScene({ db, now, from: ben, hospital }));
    const asked = await leave(turn, anIntent('support.leave'));
    expect(viewButtons(asked)).toEqual(['support.leave:yes']);
    expect(passedOn).toEqual([]);
    expect(textOf(await leave(turn, anIntent('support.leave', { about: 'yes' })))).toContain(
      'off the roster',
    );
    expect(passedOn).toEqual(['Ben']);
    expect(await findSupporters(db)).toEqual([
      expect.objectContaining({ name: 'Chidi', ownSupporterId: null }),
    ]);
  });

  test('adds one to a sum for a colleague they were there for, and nothing else', async () => {
    const before = await db.selectFrom('supporters').selectAll().orderBy('id').execute();
    expect(textOf(await does(db, ben, 'support.tally'))).toContain('one more in a sum');
    await does(db, ben, 'support.tally');
    expect((await readSums({ db, seals })).sums).toEqual({ informal: 2 });
    expect(await db.selectFrom('supporters').selectAll().orderBy('id').execute()).toEqual(before);
    expect(await messages(db)).toEqual([]);
    expect(textOf(await does(db, someone('ana'), 'support.tally'))).toBe('This is for peer supporters.');
  });
});

describe('practice', () => {
  test('brings two supporters the two halves of one role play, in messages without names', async () => {
    await does(db, ben, `support.practice:${other.id}`);
    const sent = await messages(db);
    expect(sent.map(({ to }) => to).sort()).toEqual(['slack/T01/U0BEN', 'slack/T01/U0CHIDI']);
    for (const { card: text } of sent) expect(text).not.toMatch(/Ben|Chidi/);
    const opened = await Promise.all([opens('BEN', ben), opens('CHIDI', chidi)]);
    const [mine = '', theirs = ''] = opened;
    const [title] = content.support.rolePlays.filter(({ words }) => mine.includes(words.en.title));
    expect(theirs).toContain(title?.words.en.title);
    expect([mine, theirs].filter((text) => text.includes('You need a colleague'))).toHaveLength(1);
    expect([mine, theirs].filter((text) => text.includes("You're the supporter"))).toHaveLength(1);
    expect(mine).toContain('With Chidi');
    expect(theirs).toContain('With Ben');
  });

  test('is switched by one press', async () => {
    const begun = await does(db, ben, `support.practice:${other.id}`);
    const mine = await does(db, ben, viewButtons(begun)[0] ?? '');
    const switched = await does(db, ben, viewButtons(mine)[0] ?? '');
    expect(viewText(switched)).not.toBe(viewText(mine));
    expect(viewText(await does(db, ben, viewButtons(switched)[0] ?? ''))).toBe(viewText(mine));
  });

  test('sends one message a day between the same two, however often it’s pressed', async () => {
    await does(db, ben, `support.practice:${other.id}`);
    await does(db, ben, `support.practice:${other.id}`);
    await does(db, chidi, `support.practice:${me.id}`);
    expect(await messages(db)).toHaveLength(2);
  });

  test('is for supporters, with supporters', async () => {
    expect(textOf(await does(db, someone('ana'), `support.practice:${me.id}`))).toBe(
      'This is for peer supporters.',
    );
    expect(viewText(await does(db, ben, 'support.practice:nobody'))).toContain("isn't on the roster");
    expect(viewText(await does(db, ben, `support.practice:${me.id}`))).toContain("isn't on the roster");
    expect(await messages(db)).toEqual([]);
  });

  async function opens(id: string, who: typeof ben): Promise<string> {
    const message = (await messages(db)).find(({ to }) => to.endsWith(id));
    const [, button = ''] = /"id":"(support\.practice:[^"]+)"/.exec(message?.card ?? '') ?? [];
    return viewText(await does(db, who, button));
  }
});

describe('training', () => {
  test('is noted by the program’s administrators, and says when a refresher is due', async () => {
    const pat = await aDirector(db, 'pat', 'program-administrator');
    const noted = await does(db, pat, `support.trained:${me.id}`, { answers: { day: '2026-11-30' } });
    expect(viewText(noted)).toContain('Trained on November 30, 2026, refresher due on November 30, 2028');
    expect(viewButtons(noted).filter((id) => id.startsWith('support.remove'))).toEqual([]);
    expect(await findAudit(db, 9)).toEqual([
      expect.objectContaining({ by: 'Pat', action: 'trained-supporter', subject: 'Ben' }),
    ]);
    const later = viewText(
      await does(db, pat, 'support.trained', { at: Date.parse('2028-12-01T17:00:00Z') }),
    );
    expect(later).toContain('A refresher is due now');
  });

  test('is of a day that has been', async () => {
    const wil = await aDirector(db, 'wil');
    for (const day of ['2026-12-02', '2026-13-01', ''])
      expect(viewErrors(await does(db, wil, `support.trained:${me.id}`, { answers: { day } }))).toEqual([
        'day',
      ]);
    expect((await findSupporter(db, me.id))?.trainedOn).toBe(me.trainedOn);
  });

  test('is nothing that a supporter notes for themselves', async () => {
    const answers = { day: '2026-11-30' };
    expect(textOf(await does(db, ben, `support.trained:${me.id}`, { answers }))).toContain(
      'for those who run',
    );
    expect((await findSupporter(db, me.id))?.trainedOn).toBe(me.trainedOn);
  });
});

describe('the guides', () => {
  test('are there for anyone, in pages, every section once', async () => {
    const list = viewButtons(await does(db, someone('ana'), 'support.guide'));
    expect(list).toEqual(content.support.texts.map(({ id }) => `support.guide:${id}`));
    for (const { id, words } of content.support.texts) {
      const pages = [];
      for (let page = 1, more = true; more; page += 1) {
        const shown = await does(db, someone('ana'), `support.guide:${id}/${page}`);
        pages.push(viewText(shown));
        more = viewButtons(shown).includes(`support.guide:${id}/${page + 1}`);
      }
      for (const { heading } of words.en.sections)
        expect([heading, pages.filter((text) => text.includes(`\n${heading}\n`)).length]).toEqual([
          heading,
          1,
        ]);
    }
  });
});
