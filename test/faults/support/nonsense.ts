import type { Chance } from './chance.ts';
import type { Answer } from './weather.ts';

const html = { 'content-type': 'text/html; charset=utf-8' };
const page = '<!DOCTYPE html><title>Proxy</title><p>Sign in to continue.</p>';

/** What proxies, half-open doors and bad days answer in a platform's place. */
const ofOthers: readonly Answer[] = [
  { status: 200, headers: html, body: page },
  { status: 200, body: page },
  { status: 502, headers: html, body: page },
  { status: 503, body: '' },
  { status: 504, body: '{"ok":true}' },
  { status: 429, headers: { 'retry-after': 'soon' }, body: page },
  { status: 429, headers: { 'retry-after': '-5' }, body: '{}' },
  { status: 200, headers: html, body: page.repeat(40_000) },
];

/** Slack says whether it took a message, in JSON: none of this does. To Teams' words 200 alone is a yes. */
const nothingToSlack: readonly Answer[] = [
  { status: 200, body: '' },
  { status: 200, body: '{"ok":true,"channel":"D0' },
  { status: 200, body: 'null' },
  { status: 200, body: '[]' },
  { status: 200, body: '[{"ok":true}]' },
  { status: 200, body: '"ok"' },
  { status: 200, body: '7' },
  { status: 200, body: '{}' },
  { status: 200, body: '{"ok":"true"}' },
  { status: 200, body: '{"ok":false}' },
  { status: 200, body: '{"ok":false,"error":{"code":5}}' },
  { status: 200, body: '{"ok":false,"error":"a_code_that_is_new"}' },
  { status: 200, body: `{"ok":false,"error":"${'x'.repeat(100_000)}"}` },
  { status: 200, body: `{"padding":"${'x'.repeat(2_000_000)}"}` },
  { status: 200, body: `${'['.repeat(5_000)}${']'.repeat(5_000)}` },
];

/** A yes that does not say where the message stands. */
const yesses: readonly Answer[] = [
  { status: 200, body: '{"ok":true}' },
  { status: 200, body: '{"ok":true,"channel":null,"ts":null,"id":null}' },
  { status: 200, body: '{"ok":true,"channel":{},"ts":{},"id":{}}' },
  { status: 200, body: '{"ok":true,"channel":["D1"],"ts":["1.2"],"id":["1"]}' },
  { status: 200, body: '{"ok":true,"channel":7,"ts":1.5,"id":1.5}' },
  { status: 200, body: '{"ok":true,"channel":"","ts":"","id":""}' },
  { status: 200, body: '{"ok":true,"channel":true,"ts":true,"id":true}' },
];

/** For what has arrived. */
export function nonsense(chance: Chance): Answer {
  return chance.oneOf([...ofOthers, ...nothingToSlack, ...yesses]);
}

/** For what has not arrived: nothing that this platform would say of what has. */
export function nonsenseInstead(chance: Chance, platform: 'Slack' | 'Teams'): Answer {
  return chance.oneOf(platform === 'Slack' ? [...ofOthers, ...nothingToSlack] : ofOthers);
}
