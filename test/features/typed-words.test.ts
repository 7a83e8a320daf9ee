import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toIntent } from '../../src/bot/intents.ts';
import { asName } from '../../src/bot/typed-words.ts';
import { newCode } from '../../src/system/ids.ts';
import { slackPerson } from '../support/turn.ts';

const meant = (text: string, people: readonly string[] = []) => {
  const mentioned = people.map(slackPerson);
  const { name, about, person, isGuess } = toIntent({
    id: '1',
    from: slackPerson('U1'),
    type: 'command',
    text,
    people: mentioned,
  });
  return { name, about, person: person?.id ?? null, isGuess };
};
const nameOf = (text: string) => meant(text).name;

describe('free words get the one honest answer, and none of them travels on', () => {
  test.each(
    [
      'join us for lunch',
      'join me at 10am',
      'join tomorrow',
      'pause is what I need after this night',
      'later I will call the family again',
      'pair of gloves is all that I had left today',
      'status of the ward is a mess',
      'end of shift, finally',
      'resources are thin',
      'I want to kill myself',
      "I can't do this anymore",
      'nobody would miss me if I was gone',
      'pain',
      'hell',
      'leave',
      "I'm done",
      'dead',
      'die',
      'sad',
      'suicide',
      'kill me',
      'save me',
      'tired',
      'goodbye',
      '',
    ].filter((text) => text !== ''),
  )('"%s"', (text) => {
    const { name, about, isGuess } = meant(text);
    if (isGuess) expect(about.split(' ').length).toBeLessThanOrEqual(6);
    else expect([name, about]).toEqual(['help.unknown', '']);
  });

  test.each([
    'end it',
    'help me',
    'forget it',
    'support would be nice',
    'help me please',
    'guide me',
    'join us',
  ])('"%s" is no command and no slip of one', (text) =>
    expect(['help.unknown', 'pairing.invite']).toContain(nameOf(text)),
  );

  test('a button never stands one slip away from a word that people in need type', () => {
    for (const word of [
      'pain',
      'hell',
      'dead',
      'dying',
      'hurt',
      'alone',
      'lost',
      'numb',
      'sick',
      'harm',
      'over',
    ]) {
      expect([word, nameOf(word)]).toEqual([word, 'help.unknown']);
    }
  });
});

describe('a command is understood as people type it', () => {
  test.each([
    ['join 7K3M-Q9XD', 'pairing.join', '7K3M-Q9XD'],
    ['Join 7k3m q9xd', 'pairing.join', '7k3m q9xd'],
    ['join 7k3mq9xd', 'pairing.join', '7k3mq9xd'],
    ['join 7K3M-Q9X', 'pairing.join', '7K3M-Q9X'],
    ['join', 'pairing.join', ''],
    ['pause 3 wek', 'members.pause', '3 wek'],
    ['pause until 2026-12-24', 'members.pause', 'until 2026-12-24'],
    ['later this evening', 'nudges.snooze', 'this evening'],
    ['pair Ana Diaz', 'pairing.invite', 'Ana Diaz'],
    ['Invite  Siobhán O’Neill-Ward', 'pairing.invite', 'Siobhán O’Neill-Ward'],
    ['invite', 'pairing.code', ''],
    ['pair', 'pairing.choose', ''],
    ['Help.', 'help.show', ''],
    ['HELP!', 'help.show', ''],
    ['status?', 'checkins.status', ''],
    ['`status`', 'checkins.status', ''],
    ['*pause*', 'members.pause', ''],
    ['“resume”', 'members.resume', ''],
    ['forget  me', 'privacy.forget', ''],
    ['check in', 'checkins.acknowledge', ''],
    ['check‑in', 'checkins.acknowledge', ''],
    ['Checked in', 'checkins.acknowledge', ''],
  ])('"%s"', (text, name, about) => {
    expect(meant(text)).toMatchObject({ name, about, isGuess: false });
  });
});

describe('a slip is asked about, and nothing is done', () => {
  test.each([
    ['puase', 'members.pause'],
    ['paus', 'members.pause'],
    ['pausse', 'members.pause'],
    ['statsu', 'checkins.status'],
    ['resuem', 'members.resume'],
    ['qestion', 'questions.show'],
    ['questons', 'questions.show'],
    ['resourses', 'resources.show'],
    ['setings', 'settings.edit'],
    ['privcy', 'privacy.show'],
    ['hlep', 'help.show'],
    ['helpp', 'help.show'],
    ['jion', 'pairing.join'],
    ['invte', 'pairing.code'],
    ['export', 'privacy.export'],
    ['forget', 'privacy.forget'],
    ['reach out', 'checkins.reach'],
    ['Export!', 'privacy.export'],
  ])('"%s" is close to %s', (text, about) => {
    expect(meant(text)).toMatchObject({ name: 'help.meant', about });
  });
});

test.each(['hello', 'Hi!', 'thanks', 'Thank you', 'good morning', 'ok', '¡Hola!', 'hey buddy'])(
  '"%s" gets a kind word back',
  (text) => expect(meant(text)).toMatchObject({ name: 'help.greeting', about: '' }),
);

describe('a code is taken for one however it was pasted', () => {
  const codes = fc.constant(null).map(() => newCode());
  const spoiled = fc.tuple(
    codes,
    fc.constantFrom('-', '–', '—', '‐', '‑', '−', '－', ' ', ' - ', '', '\u00ad-', '-\u200b', ' – '),
    fc.constantFrom(
      ['', ''],
      ['`', '`'],
      ['*', '*'],
      ['**', '**'],
      ['_', '_'],
      ['"', '"'],
      ['“', '”'],
      ['', '.'],
    ),
    fc.boolean(),
  );
  const write = ([code, hyphen, [before = '', after = ''], isLower]: readonly [
    string,
    string,
    readonly string[],
    boolean,
  ]): string => {
    const typed = `${before}${code.replace('-', hyphen)}${after}`;
    return isLower ? typed.toLowerCase() : typed;
  };

  test('after join, unless it looks like two words of four small letters', () => {
    fc.assert(
      fc.property(spoiled, (one) => {
        const typed = write(one);
        fc.pre(!/^\P{L}*[a-z]{4} [a-z]{4}\P{L}*$/u.test(typed));
        expect([typed, nameOf(`join ${typed}`)]).toEqual([typed, 'pairing.join']);
      }),
    );
    expect(nameOf('join them here')).not.toBe('pairing.join');
  });

  test('alone, where a digit or its form tells it from a word', () => {
    fc.assert(
      fc.property(spoiled, (one) => {
        const typed = write(one);
        fc.pre(/\d/.test(typed) && !(one[3] && /\s/.test(typed.trim())));
        expect([typed, nameOf(typed)]).toEqual([typed, 'pairing.join']);
      }),
    );
  });

  test.each(['medicine', 'hospital', 'room 1234', 'shift 2026', 'overtime'])('"%s" is no code', (text) => {
    expect(nameOf(text)).not.toBe('pairing.join');
  });
});

describe('a colleague is named as the directory has them', () => {
  test.each([
    ['pair Smith, Jane (she/her)', 'Smith, Jane (she/her)'],
    ['pair Jane Doe (ED/ICU)', 'Jane Doe (ED/ICU)'],
    ['pair John Smith 2', 'John Smith 2'],
    ['invite Dr. Ana-María O’Neill', 'Dr. Ana-María O’Neill'],
    ['pair @ben.okafor', 'ben okafor'],
    ['pair ben.okafor@hospital.org', 'ben okafor'],
  ])('"%s"', (text, about) => {
    expect(meant(text)).toMatchObject({ name: 'pairing.invite', about, isGuess: false });
  });

  test('also without a command: a name that Buddy may know, an address, a handle', () => {
    expect(meant('Ben Okafor')).toMatchObject({ name: 'pairing.invite', about: 'Ben Okafor', isGuess: true });
    expect(meant('ben.okafor@hospital.org')).toMatchObject({ about: 'ben okafor', isGuess: false });
    expect(meant('@ben.okafor')).toMatchObject({ about: 'ben okafor', isGuess: false });
  });

  test('a mention is one, and several or a group get an answer that says so', () => {
    expect(meant('', ['U2'])).toMatchObject({ name: 'pairing.invite', person: 'U2' });
    expect(meant('pair', ['U2'])).toMatchObject({ name: 'pairing.invite', person: 'U2' });
    expect(meant('pair', ['U2', 'U2'])).toMatchObject({ name: 'pairing.invite', person: 'U2' });
    expect(nameOf('pair everyone')).toBe('pairing.unclear');
    for (const text of [
      '<!channel>',
      'pair <!here>',
      'invite <#C123|general>',
      'pair <!subteam^S1|@nurses>',
    ]) {
      expect([text, nameOf(text)]).toEqual([text, 'pairing.unclear']);
    }
    expect(meant('', ['U2', 'U3']).name).toBe('pairing.unclear');
    expect(meant('invite', ['U2', 'U3']).name).toBe('pairing.unclear');
  });

  test('a mention inside a sentence invites nobody', () => {
    expect(meant('is on my nerves today', ['U2']).person).toBeNull();
  });

  test('an address names someone by its parts, without what mail adds', () => {
    expect(asName('mailto:ana.diaz+ward@x.org')).toBe('ana diaz');
    expect(asName('Ana Diaz')).toBe('Ana Diaz');
  });
});

test('whatever is typed is answered, and no more of it travels on than a name, a code or a span', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const { name, about } = meant(text);
      if (name === 'help.unknown' || name === 'help.greeting') expect(about).toBe('');
      expect(about.length).toBeLessThanOrEqual(text.normalize('NFKC').length);
    }),
  );
});
