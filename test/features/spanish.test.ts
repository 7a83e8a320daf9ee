import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { toIntent } from '../../src/bot/intents.ts';
import { languageOf } from '../../src/chat/language.ts';
import type { Database } from '../../src/db/schema.ts';
import { startPair } from '../../src/features/pairing/store.ts';
import { checkQuestions } from '../../src/features/questions/rules.ts';
import { freezeQuestions, saveQuestions } from '../../src/features/questions/store.ts';
import { findReader } from '../../src/people/find-reader.ts';
import { followProfile } from '../../src/people/members/profile.ts';
import { enrol, findMember } from '../../src/people/members/store.ts';
import { readerOf } from '../../src/people/readers.ts';
import { forgetWhatIsOld } from '../../src/program/retention.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  buttonIds,
  content,
  formOf,
  slackPerson,
  someHospital,
  temporaryDatabase,
  textOf,
} from '../support/turn.ts';

const rosa = slackPerson('U0ROSA');
const wednesday = Date.parse('2026-11-25T12:00:00Z');
let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

const scene = () => aScene({ db, now: wednesday, from: rosa });

async function pairUp(): Promise<void> {
  const me = await enrol(db, rosa, aProfile('Rosa', { language: 'es' }), someHospital, wednesday);
  const buddy = await enrol(db, slackPerson('U0BEN'), aProfile('Ben'), someHospital, wednesday);
  await startPair(db, me, buddy, wednesday);
}

describe('someone whose platform speaks Spanish', () => {
  test('reads Spanish, and their buddy English', async () => {
    await pairUp();
    expect(textOf(await answer(scene(), anIntent('checkins.status')))).toContain(
      'tus próximas dos preguntas',
    );
    const asBen = aScene({ db, now: wednesday, from: slackPerson('U0BEN') });
    expect(textOf(await answer(asBen, anIntent('checkins.status')))).toContain('Your next two questions');
  });

  test('reads Spanish before they take part', async () => {
    const newcomer = aProfile('Rosa', { language: 'es' });
    const effects = await answer({ ...scene(), newcomer }, anIntent('help.show'));
    expect(textOf(effects)).toContain('Eliges un buddy');
  });

  test('reads English once the platform does, and Spanish where the platform says nothing any more', async () => {
    await pairUp();
    const follow = async (language: 'en' | 'es' | null) => {
      const me = await findMember(db, rosa);
      if (me === null) throw new Error('Rosa is gone.');
      await followProfile(db, me, aProfile('Rosa', { language }), wednesday);
      return (await findMember(db, rosa))?.language;
    };
    expect(await follow('en')).toBe('en');
    expect(await follow('es')).toBe('es');
    expect(await follow(null)).toBe('es');
  });

  test('can choose English in the settings, and go back to what the platform says', async () => {
    await pairUp();
    const form = formOf(await answer(scene(), anIntent('settings.edit')));
    expect(form.fields.find(({ id }) => id === 'language')).toMatchObject({
      label: 'Idioma',
      initial: 'platform',
      options: [{ label: 'El mismo que en Slack' }, { label: 'English' }, { label: 'Español' }],
    });
    const save = async (language?: string) => {
      const answers = { time: '09:00', cadence: 'weekly', ...(language === undefined ? {} : { language }) };
      return textOf(await answer(scene(), anIntent('settings.edit', { answers })));
    };
    expect(await save('en')).toContain('Saved.');
    expect(await save()).toContain('Saved.');
    expect(await save('platform')).toContain('Guardado.');
  });
});

describe('someone who never had a buddy', () => {
  const choose = (about: string) => answer(scene(), anIntent('settings.language', { about }));

  test('is offered the other language where they look for it, and reads it from then on', async () => {
    for (const name of ['help.show', 'settings.edit'] as const)
      expect(buttonIds(await answer(scene(), anIntent(name, { isTyped: true })))).toContain(
        'settings.language:es',
      );
    expect(textOf(await choose('es'))).toContain('Listo. De ahora en adelante te escribo en español.');
    const inEnglish = { ...scene(), newcomer: aProfile('Rosa', { language: 'en' }) };
    expect(textOf(await answer(inEnglish, anIntent('help.show')))).toContain('Eliges un buddy');
    expect(textOf(await choose('en'))).toContain("I'll write to you in English");
    expect(textOf(await answer(scene(), anIntent('help.show')))).toContain('You pick a buddy');
  });

  test('has nothing kept of them for a language that Buddy does not speak', async () => {
    expect(textOf(await choose('fr'))).toContain('first buddy');
    expect(await db.selectFrom('chosen_languages').selectAll().execute()).toEqual([]);
    await pairUp();
    const before = await findMember(db, rosa);
    expect(textOf(await choose('fr'))).toContain('llegan tus preguntas');
    expect(await findMember(db, rosa)).toEqual(before);
  });

  test('reads what is kept of it, keeps it as a member, and erases it', async () => {
    await choose('es');
    expect(textOf(await answer(scene(), anIntent('privacy.show')))).toContain(
      'Español, desde el 25 de noviembre',
    );
    await pairUp();
    expect(await findMember(db, rosa)).toMatchObject({ chosenLanguage: 'es' });
    expect(await db.selectFrom('chosen_languages').selectAll().execute()).toEqual([]);

    const nova = aScene({ db, now: wednesday, from: slackPerson('U0NOVA') });
    await answer(nova, anIntent('settings.language', { about: 'es' }));
    await answer(nova, anIntent('privacy.forget', { about: 'yes' }));
    expect(await db.selectFrom('chosen_languages').selectAll().execute()).toEqual([]);
    expect(await findMember(db, slackPerson('U0NOVA'))).toBeNull();
  });

  test('has it kept for a year', async () => {
    const year = 365 * 86_400_000;
    const kept = () => db.selectFrom('chosen_languages').selectAll().execute();
    await choose('es');
    await forgetWhatIsOld(db, { now: wednesday + year });
    expect(await kept()).toHaveLength(1);
    await forgetWhatIsOld(db, { now: wednesday + year + 1 });
    expect(await kept()).toEqual([]);
  });

  test('has nothing kept of them when they only look', async () => {
    for (const name of ['help.show', 'settings.edit', 'resources.show'] as const)
      await answer(scene(), anIntent(name));
    expect(await db.selectFrom('chosen_languages').selectAll().execute()).toEqual([]);
  });

  test('who was invited reads that it has closed in the language they chose, else in the hospital’s', async () => {
    const me = await enrol(db, slackPerson('U0BEN'), aProfile('Ben'), someHospital, wednesday);
    const closedFor = async (invitee: string, language: 'en' | 'es') => {
      const hospital = { ...someHospital, language };
      return (await findReader(db, slackPerson(invitee), hospital)).language;
    };
    expect(me.language).toBe('en');
    expect([await closedFor('U0ROSA', 'en'), await closedFor('U0ROSA', 'es')]).toEqual(['en', 'es']);
    await choose('es');
    expect(await closedFor('U0ROSA', 'en')).toBe('es');
  });
});

describe('a clock of twenty-four hours', () => {
  test('is chosen in the settings, and times are said so in every answer', async () => {
    await pairUp();
    const form = formOf(await answer(scene(), anIntent('settings.edit')));
    expect(form.fields.find(({ id }) => id === 'hours')).toMatchObject({ initial: '12' });
    const answers = { time: '15:30', cadence: 'weekly', language: 'en', hours: '24' };
    expect(textOf(await answer(scene(), anIntent('settings.edit', { answers })))).toContain(
      'November 30, 15:30.',
    );
    expect(textOf(await answer(scene(), anIntent('checkins.status')))).toContain('November 30, 15:30.');
    const twelve = { ...answers, hours: '12' };
    expect(textOf(await answer(scene(), anIntent('settings.edit', { answers: twelve })))).toContain(
      '3:30 PM',
    );
  });
});

describe('a Monday’s questions', () => {
  const week = '2026-W48';
  const read = async (id: string) =>
    textOf(await answer(aScene({ db, now: wednesday, from: slackPerson(id) }), anIntent('questions.show')));

  test('are of one set for both of a pair, each in their language', async () => {
    await pairUp();
    const { setId } = await freezeQuestions(db, content, week, wednesday);
    const set = content.bank.find(({ id }) => id === setId);
    expect(await read('U0ROSA')).toContain(set?.words.es?.first);
    expect(await read('U0BEN')).toContain(set?.words.en.first);
  });

  test('that were posted are read in Spanish where there is one, and in English where there is none', async () => {
    await pairUp();
    const posted = { first: 'What helped?', second: 'What did not?', note: '' };
    await saveQuestions(db, week, { ...posted, inSpanish: null });
    expect(await read('U0ROSA')).toContain('What helped?');
    await saveQuestions(db, week, { ...posted, inSpanish: { first: '¿Qué ayudó?', second: '¿Qué no?' } });
    await freezeQuestions(db, content, week, wednesday);
    expect(await read('U0ROSA')).toContain('¿Qué ayudó?');
    expect(await read('U0BEN')).toContain('What helped?');
  });

  test('are posted in Spanish both or not at all', () => {
    const planning = { now: wednesday, frozen: new Set<never>() } as const;
    const answers = { week, first: 'What helped?', second: 'What did not?', firstInSpanish: '¿Qué ayudó?' };
    expect(checkQuestions(answers, planning)).toEqual({ ok: false, faults: { secondInSpanish: 'missing' } });
    expect(checkQuestions({ ...answers, secondInSpanish: '¿Qué no?' }, planning)).toMatchObject({
      ok: true,
      value: { inSpanish: { first: '¿Qué ayudó?', second: '¿Qué no?' } },
    });
  });
});

test('where the platform says nothing, the hospital’s language is read', async () => {
  const hospital = { ...someHospital, language: 'es' } as const;
  const me = await enrol(db, rosa, aProfile('Rosa'), hospital, wednesday);
  expect(readerOf(me).language).toBe('es');
  const stranger = aScene({ db, now: wednesday, from: slackPerson('U0NEW'), hospital });
  expect(textOf(await answer(stranger, anIntent('help.show')))).toContain('Eliges un buddy');
});

test.each([
  ['es-MX', 'es'],
  ['es_419', 'es'],
  ['ES', 'es'],
  ['en-GB', 'en'],
  ['fr-FR', null],
  ['', null],
])('the locale %s is read as %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});

describe('typed in Spanish', () => {
  const meant = (text: string) => {
    const { name, about } = toIntent({ id: '1', from: rosa, type: 'command', text, people: [] });
    return `${name} ${about}`.trim();
  };

  test.each([
    ['ayuda', 'help.show'],
    ['AYUDA', 'help.show'],
    ['guía', 'resources.guide'],
    ['guia', 'resources.guide'],
    ['olvídame', 'privacy.forget'],
    ['¡apoyo!', 'support.show'],
    ['unirme 7K3M-Q9XD', 'pairing.join 7K3M-Q9XD'],
    ['pausa 2 semanas', 'members.pause 2 semanas'],
    ['luego mañana', 'nudges.snooze mañana'],
    ['invitar a Ben Okafor', 'pairing.invite Ben Okafor'],
    ['ajsutes', 'help.meant settings.edit'],
    ['Buenos días', 'help.greeting'],
  ])('"%s" is understood', (text, name) => {
    expect(meant(text)).toBe(name);
  });

  test.each(['quiero morir', 'ya no puedo más', 'no quiero vivir', 'terminal', 'hablar con alguien'])(
    '"%s" gets the honest answer to free words',
    (text) => {
      expect(meant(text)).toMatch(/^help\.unknown$|^pairing\.invite /);
    },
  );

  test.each([
    ['2 semanas', '2026-12-09'],
    ['por una semana', '2026-12-02'],
    ['3 días', '2026-11-28'],
    ['hasta el 2026-12-24', '2026-12-24'],
  ])('a pause of "%s" ends on %s', async (about, day) => {
    await pairUp();
    await answer(scene(), anIntent('members.pause', { about, isTyped: true }));
    const until = (await findMember(db, rosa))?.rhythm?.pausedUntil ?? 0;
    expect(new Date(until + 3_600_000).toISOString().slice(0, 10)).toBe(day);
  });
});
