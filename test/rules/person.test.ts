import { describe, expect, test } from '@jest/globals';
import { isSamePerson, operatorKey, parseOperatorKey, personKey } from '../../src/chat/person.ts';

const ana = { platform: 'slack', workspace: 'T01', id: 'U01ABC' } as const;

describe('two people are one', () => {
  test('when platform, workspace and id are the same, and only then', () => {
    expect(isSamePerson(ana, { ...ana })).toBe(true);
    for (const other of [{ platform: 'teams' }, { workspace: 'T02' }, { id: 'U01ABD' }] as const)
      expect(isSamePerson(ana, { ...ana, ...other })).toBe(false);
  });

  test('never because of where a key is cut', () => {
    const one = { platform: 'teams', workspace: 'a:b', id: 'c' } as const;
    expect(personKey(one)).not.toBe(personKey({ ...one, workspace: 'a', id: 'b:c' }));
    expect(personKey(ana)).toBe('slack/T01/U01ABC');
  });
});

describe('an operator’s key', () => {
  test('is written without a workspace, and read as it was written', () => {
    expect(operatorKey(ana)).toBe('slack:U01ABC');
    expect(parseOperatorKey('slack:U01ABC')).toEqual({ platform: 'slack', id: 'U01ABC' });
    expect(parseOperatorKey('playground:ana')).toEqual({ platform: 'playground', id: 'ana' });
  });

  test('names an Entra object id in lower case, however the directory shows it', () => {
    const id = '3D099D0F-13DF-4D0B-A442-7A6CE99D61B9';
    expect(parseOperatorKey(`teams:${id}`)).toEqual({ platform: 'teams', id: id.toLowerCase() });
    for (const longer of [`F${id}`, `${id}F`])
      expect(parseOperatorKey(`teams:${longer}`)).toEqual({ platform: 'teams', id: longer });
    expect(parseOperatorKey('teams:UPPER')).toEqual({ platform: 'teams', id: 'UPPER' });
  });

  test.each([
    'U01ABC',
    'slack:',
    'irc:ana',
    'slack:T01/U01',
    'slack:U01ABC ',
    ':U01',
    'slack:U01:x',
    'my slack:U01',
    '1slack:U01',
  ])('%p is none', (text) => expect(parseOperatorKey(text)).toBeNull());
});
