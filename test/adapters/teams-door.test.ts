import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { reply } from '../../src/chat/say.ts';
import { channelKey, signedToken } from '../support/teams/keys.ts';
import { channelClaims, forgeries, openHeaders } from '../support/teams/tokens.ts';
import type { Fields } from '../support/teams/types.ts';
import { begun } from './begun.ts';
import { stageTeams, type TeamsStage } from './teams-stage.ts';

/** What the header alone decides, before a body is read, and what is answered to what names no button. */

let stage: TeamsStage;
beforeEach(async () => {
  stage = await stageTeams();
  stage.answer = () => [reply('here')];
});
afterEach(() => stage.close());

const bearer = () => ({ appId: stage.teams.identity.appId, serviceUrl: stage.teams.serviceUrl });

test('nobody waits for the body of a stranger whose token only looks like one', async () => {
  // What a token says of the service URL is about the body.
  const byHeader = Object.entries(forgeries(bearer())).filter(([what]) => !what.includes('service URL'));
  for (const [what, headers] of byHeader) {
    const unfinished = begun(stage.server.url, headers);
    expect([what, (await unfinished.answer).split('\r\n')[0]]).toEqual([what, 'HTTP/1.1 401 Unauthorized']);
    unfinished.socket.destroy();
  }
  expect(byHeader.length).toBeGreaterThan(20);
  expect(stage.events).toEqual([]);
});

test.each<[string, string, Fields]>([
  ['MicrosoftAppId', 'other_audience', { aud: '99999999-0000-4000-8000-000000000000' }],
  ['clock', 'expired', { exp: Math.floor(Date.now() / 1000) - 3600 }],
  ['clock', 'not_yet_valid', { nbf: Math.floor(Date.now() / 1000) + 3600 }],
])('an operator who gets nothing else is told of the %s (%s)', async (word, code, claims) => {
  const token = signedToken({ ...channelClaims(bearer()), ...claims }, channelKey());
  const refused = begun(stage.server.url, { ...openHeaders, authorization: `Bearer ${token}` });
  expect(await refused.answer).toContain(' 401 ');
  refused.socket.destroy();
  expect(stage.refused).toEqual([code]);
  expect(stage.adapter.doubt()).toContain(word);
});

test('a press that names no button is answered as one on an outdated button', async () => {
  const ana = stage.teams.person('ana');
  const { shown } = await ana.says('help');
  if (shown === null) throw new Error('no answer');
  const answer = await ana.invokes(shown, { type: 'Action.Execute', data: {} });
  expect(answer.status).toBe(200);
  expect(stage.events.at(-1)).toMatchObject({ type: 'press', button: '' });
  expect(ana.answers).toHaveLength(2);
});
