import { describe, expect, test } from '@jest/globals';
import { Admission, isFrom } from '../../adapters/slack/admission.ts';
import type { Home } from '../../adapters/slack/token-watch.ts';

describe('what a payload names', () => {
  const lone = { team: 'T1', enterprise: '' };
  const inGrid = { team: 'T1', enterprise: 'E1' };
  const orgWide = { team: 'E1', enterprise: 'E1' };

  test.each([
    ['a command', { team_id: 'T1' }],
    ['a press', { team: { id: 'T1' }, user: { id: 'U1', team_id: 'T1' } }],
    [
      'an event',
      { team_id: 'T1', context_team_id: 'T1', authorizations: [{ team_id: 'T1', enterprise_id: null }] },
    ],
    ['nothing but whose the person is', { user: { id: 'U1', team_id: 'T1' } }],
  ])('%s of the workspace itself', (_name, body) => {
    expect([isFrom(lone, body), isFrom(inGrid, body)]).toEqual([true, true]);
  });

  test.each([
    ['a command', { team_id: 'T2', enterprise_id: 'E1' }],
    ['a press', { team: { id: 'T2', enterprise_id: 'E1' }, enterprise: { id: 'E1' } }],
    [
      'a press where the app is installed for all',
      { team: null, enterprise: { id: 'E1' }, is_enterprise_install: true },
    ],
    [
      'an event',
      {
        team_id: 'T2',
        context_enterprise_id: 'E1',
        authorizations: [{ team_id: null, enterprise_id: 'E1' }],
      },
    ],
  ])('%s of a sister', (_name, body) => {
    expect([isFrom(lone, body), isFrom(inGrid, body), isFrom(orgWide, body)]).toEqual([false, true, true]);
  });

  test.each<[string, object]>([
    ['nothing', {}],
    ['what is no id', { team_id: 5, team: 'T1', authorizations: 'T1' }],
    ['another workspace', { team_id: 'T2' }],
    ['another organization', { team_id: 'T2', enterprise_id: 'E2' }],
    ['two workspaces', { team_id: 'T2', context_team_id: 'T1' }],
    ['an event for two', { team_id: 'T1', authorizations: [{ team_id: 'T1' }, { team_id: 'T2' }] }],
    ['two organizations', { team_id: 'T2', enterprise_id: 'E1', authorizations: [{ enterprise_id: 'E2' }] }],
    ['a person of elsewhere', { user: { id: 'U1', team_id: 'T2' } }],
  ])('%s is not ours', (_name, body) => {
    const payload = body as Readonly<Record<string, unknown>>;
    expect([isFrom(lone, payload), isFrom(inGrid, payload)]).toEqual([false, false]);
  });

  test('a token of which nothing is told leaves nothing to compare with', () => {
    expect(isFrom({ team: '', enterprise: '' }, { team_id: 'T2' })).toBe(true);
  });
});

describe('who knocks', () => {
  async function letIn(home: Home | null, body: Readonly<Record<string, unknown>>) {
    const refused: string[] = [];
    const gate = { refused: ({ code }: { readonly code: string }) => void refused.push(code) };
    return { answer: await new Admission({ home: async () => home }, gate).of(body), refused };
  }

  test('is let in from the workspace that the token is for', async () => {
    expect(await letIn({ team: 'T1', enterprise: '' }, { team_id: 'T1' })).toEqual({
      answer: 'ours',
      refused: [],
    });
  });

  test('is turned away from elsewhere, and that is accounted for', async () => {
    expect(await letIn({ team: 'T1', enterprise: '' }, { team_id: 'T2' })).toEqual({
      answer: 'foreign',
      refused: ['foreign_workspace'],
    });
  });

  test('waits until Slack has told who the token is for', async () => {
    expect(await letIn(null, { team_id: 'T1' })).toEqual({ answer: 'not-yet', refused: [] });
  });
});
