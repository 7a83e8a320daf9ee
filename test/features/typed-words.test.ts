import { expect, test } from '@jest/globals';
import { toIntent } from '../../src/bot/intents.ts';
import { newCode } from '../../src/system/ids.ts';
import { slackPerson } from '../support/turn.ts';

const meant = (text: string) => {
  const { name, about } = toIntent({ id: '1', from: slackPerson('U1'), type: 'command', text, people: [] });
  return [name, about];
};

test.each([
  'join us for lunch',
  'join me at 10am',
  'join tomorrow',
  'join us',
  'pause is what I need after this night',
  'later I will call the family again',
  'pair of gloves is all that I had left today',
  'invite everybody? why not',
  'status of the ward is a mess',
  'end of shift, finally',
  'support would be nice',
  'resources are thin',
  'help me please',
  'reach out to me',
  'guide me',
])('"%s" is a sentence, and is answered as one', (text) => {
  expect(meant(text)).toEqual(['help.unknown', '']);
});

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
])('"%s" is meant as a command', (text, name, about) => {
  expect(meant(text)).toEqual([name, about]);
});

test('every code that Buddy makes is taken for one, in whatever way it is typed', () => {
  for (let times = 0; times < 500; times += 1) {
    const code = newCode();
    for (const typed of [
      code,
      code.toLowerCase(),
      code.replace('-', ''),
      code.replace('-', '').toLowerCase(),
    ]) {
      expect(meant(`join ${typed}`)).toEqual(['pairing.join', typed]);
    }
    expect(meant(`join ${code.replace('-', ' ')}`)[0]).toBe('pairing.join');
  }
});
