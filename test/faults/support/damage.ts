import type { Chance } from './chance.ts';

/** Values that stand where others were expected. Words among them are no commands. */
const oddities: readonly unknown[] = [
  ...[
    null,
    true,
    0,
    -1,
    1e308,
    '',
    ' ',
    'zzz',
    '\u0000',
    '\uD800',
    '{jndi:ldap://x}',
    "'; drop table members; --",
  ],
  ...[
    [],
    {},
    [[]],
    [null],
    { toString: null },
    { length: 1e9 },
    'x'.repeat(5_000),
    '\u202E\u0301'.repeat(50),
  ],
];

/** The same payload with one to three parts gone, or something else in their place. */
export function damaged(payload: unknown, chance: Chance): unknown {
  const copy = structuredClone(payload);
  for (let left = chance.between(1, 3); left > 0; left -= 1) damageOne(copy, chance);
  return copy;
}

function damageOne(payload: unknown, chance: Chance): void {
  let place = payload as Record<string, unknown>;
  for (;;) {
    const keys = Object.keys(place);
    if (keys.length === 0) return;
    const key = chance.oneOf(keys);
    const inner = place[key];
    if (typeof inner === 'object' && inner !== null && chance.isSo(0.7)) {
      place = inner as Record<string, unknown>;
      continue;
    }
    if (chance.isSo(0.3)) delete place[key];
    else place[key] = chance.oneOf(oddities);
    return;
  }
}

/** Bytes changed, left out, or doubled, here and there. */
export function scrambled(text: string, chance: Chance): string {
  const letters = [...text];
  for (let left = chance.between(1, 8); left > 0; left -= 1) {
    const at = chance.between(0, letters.length - 1);
    const here = letters[at] ?? '';
    letters[at] = chance.oneOf(['', here + here, String.fromCharCode(chance.between(0, 0x2ff))]);
  }
  // What is the same after all would be a real request.
  const spoilt = letters.join('');
  return spoilt === text ? `${text}!` : spoilt;
}

/** JSON, more or less, that is nothing a platform would send. */
export function misshapen(chance: Chance): string {
  const value = () => JSON.stringify(chance.oneOf(oddities)) ?? 'null';
  return chance.oneOf([
    ...[
      value(),
      `[${value()}]`,
      '',
      '{',
      '{}',
      '[]',
      'null',
      '"text"',
      '{"type":1}',
      '{"__proto__":{"type":"message"}}',
    ],
    `{"type":${value()},"event":${value()},"user":${value()},"actions":${value()}}`,
    `{"type":"block_actions","user":{"id":${value()}},"actions":[${value()}],"container":${value()}}`,
    `{"type":"block_actions","user":{"id":"UANA"},"team":${value()},"actions":[{"action_id":${value()}}]}`,
    `{"type":"view_submission","user":{"id":"UANA"},"view":${value()}}`,
    `{"type":"view_submission","user":{"id":"UANA"},"view":{"callback_id":${value()},"state":${value()}}}`,
    `{"type":"event_callback","event_id":${value()},"event":{"type":${value()},"user":${value()}}}`,
    `{"type":"event_callback","event":{"type":"user_change","user":${value()}}}`,
    `{"type":"url_verification","challenge":${value()}}`,
    `{"type":"message","conversation":${value()},"from":${value()}}`,
    `{"type":"invoke","name":"adaptiveCard/action","value":${value()},"conversation":{"id":"x"},"from":{"id":"y"}}`,
    `{"type":"installationUpdate","action":${value()},"from":{"id":${value()}}}`,
    '['.repeat(chance.between(1, 20_000)),
    `{"a":${'['.repeat(500)}${']'.repeat(500)}}`,
  ]);
}
