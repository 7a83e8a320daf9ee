import type { Card } from '../../src/chat/card.ts';
import type { PersonRef } from '../../src/chat/person.ts';

/** Characters that one platform or another would take for markup. */
export const typed =
  'What *did* you _do_ with <5 minutes> & `peace`, ~really~, at 1:1? :smile: > all [in](all) ![x]';

const long = (length: number) =>
  'Someone listened to me today, and it helped. '.repeat(length).slice(0, length).trimEnd();

/** One card for each thing that a card can do, and the largest that a feature may send. */
export function cards(colleague: PersonRef): Readonly<Record<string, Card>> {
  return {
    'one sentence': { elements: [{ type: 'text', words: 'You are paused.' }] },
    'every tone': {
      heading: 'Your week',
      elements: [
        { type: 'text', words: 'A plain line.' },
        { type: 'text', words: 'A line that stands out: *yes*.', tone: 'strong' },
        { type: 'text', words: 'Small print & more.', tone: 'quiet' },
      ],
    },
    'names in sentences': {
      elements: [
        { type: 'text', words: ['You and ', { person: colleague, name: 'Rosa Díaz' }, ' are buddies now.'] },
        {
          type: 'text',
          words: ['Ask ', { person: colleague, name: 'Rosa Díaz' }, ' about *everything*.'],
          tone: 'quiet',
        },
        { type: 'text', words: [{ person: colleague, name: 'Rosa Díaz' }, ' checked in.'], tone: 'strong' },
      ],
    },
    'the two questions': {
      heading: 'A question for two',
      elements: [
        { type: 'questions', first: typed, second: 'Who had your back?' },
        {
          type: 'buttons',
          buttons: [{ id: 'checkins.acknowledge:W48', label: 'We checked in', style: 'primary' }],
        },
      ],
    },
    'questions as long as they may be': {
      elements: [{ type: 'questions', first: long(300), second: '<'.repeat(300) }],
    },
    fields: {
      elements: [
        {
          type: 'fields',
          fields: [
            { label: 'Buddy', words: [{ person: colleague, name: 'Rosa Díaz' }] },
            { label: 'Nudges', words: 'Mondays at 09:00' },
            { label: 'Nothing', words: '' },
            ...Array.from({ length: 12 }, (_, index) => ({ label: `Row ${index}`, words: `value ${index}` })),
          ],
        },
      ],
    },
    'a divider between two lines': {
      elements: [{ type: 'text', words: 'Above.' }, { type: 'divider' }, { type: 'text', words: 'Below.' }],
    },
    'many buttons': {
      elements: [
        {
          type: 'buttons',
          buttons: Array.from({ length: 30 }, (_, index) => ({
            id: `pairing.withdraw:${index}`,
            label: `Withdraw ${index}`,
            ...(index === 0 ? { style: 'danger' as const } : {}),
          })),
        },
      ],
    },
    'a button with a very long name on it': {
      elements: [
        {
          type: 'buttons',
          buttons: [{ id: 'pairing.invite:x', label: `Invite ${'Wolfeschlegelstein & '.repeat(6)}` }],
        },
      ],
    },
    'a choice of a hundred colleagues': {
      elements: [
        {
          type: 'choice',
          id: 'pairing.choose',
          label: 'Choose a colleague',
          options: Array.from({ length: 100 }, (_, index) => ({
            value: `p${index}`,
            label: `Doctor ${index} ${'O’Neill-'.repeat(12)}`,
          })),
        },
      ],
    },
    'a narrow table': {
      elements: [
        {
          type: 'table',
          columns: ['Week', 'Sent', 'Share'],
          rows: [
            ['2026-W47', '120', '98 %'],
            ['2026-W48', '', '7 %'],
          ],
        },
      ],
    },
    'a chart': {
      elements: [
        {
          type: 'chart',
          title: 'Pairs that *recorded* a check-in',
          columns: ['Week of', 'Pairs'],
          longest: 100,
          bars: [
            { label: 'Nov 16', value: 55, said: '55%' },
            { label: 'Nov 23', value: null, said: 'nearly all' },
            { label: 'Nov 30', value: 100, said: '100%' },
          ],
        },
      ],
    },
    'a chart of nothing but words, and a long one': {
      elements: [
        {
          type: 'chart',
          title: 'Not much',
          columns: ['Week', 'How many'],
          longest: 1,
          bars: [{ label: 'A week with a long name', value: null, said: 'too few to say, or none of them' }],
        },
        {
          type: 'chart',
          title: 'Much',
          columns: ['Week', 'How many'],
          longest: 60,
          bars: Array.from({ length: 60 }, (_, index) => ({
            label: `Week ${index + 1}`,
            value: index,
            said: String(index),
          })),
        },
      ],
    },
    'a wide table': {
      elements: [
        {
          type: 'table',
          columns: ['Week', 'Why a message did not arrive', 'How many'],
          rows: Array.from({ length: 40 }, (_, index) => [
            `2026-W${index + 10}`,
            'the account was closed',
            String(index),
          ]),
        },
      ],
    },
    'a file': {
      elements: [
        {
          type: 'file',
          name: 'buddy-export.json',
          content: JSON.stringify({ pairs: Array(150).fill('id & <id>') }, null, 2),
        },
      ],
    },
    'a guide with long paragraphs': {
      heading: 'How to be a buddy',
      elements: Array.from({ length: 10 }, () => ({ type: 'text' as const, words: long(600) })),
    },
    'one paragraph of many thousand characters': { elements: [{ type: 'text', words: long(8000) }] },
    'everything at once': {
      heading: 'Everything',
      elements: [
        { type: 'text', words: 'Hello.' },
        { type: 'questions', first: 'One?', second: 'Two?' },
        { type: 'fields', fields: [{ label: 'A', words: 'b' }] },
        { type: 'divider' },
        { type: 'table', columns: ['A'], rows: [['1']] },
        { type: 'table', columns: ['B'], rows: [['2']] },
        {
          type: 'chart',
          title: 'C',
          columns: ['A', 'B'],
          longest: 2,
          bars: [{ label: 'a', value: 1, said: '1' }],
        },
        { type: 'file', name: 'f.txt', content: 'kept as it is' },
        {
          type: 'choice',
          id: 'members.pause',
          label: 'For how long?',
          options: [{ value: '2', label: 'Two weeks' }],
        },
        { type: 'buttons', buttons: [{ id: 'members.resume', label: 'Resume' }] },
      ],
    },
  };
}
