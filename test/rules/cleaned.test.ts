import { describe, expect, test } from '@jest/globals';
import type { InboundEvent } from '../../src/chat/event.ts';
import { cleanedEvent, cleanedLookUp } from '../../src/people/cleaned.ts';

const person = { platform: 'playground', workspace: 'w', id: 'p' } as const;

describe('what a platform tells of someone', () => {
  const profile = { active: true, kind: 'person', language: 'en' } as const;

  test('has a time zone that this Node knows, or none', () => {
    for (const timeZone of ['Mars/Olympus', 'US/Nowhere', '+02:00', ' ', 'BST', '\u0000'])
      expect(cleanedLookUp({ ...profile, name: 'Ana', timeZone })).toMatchObject({ timeZone: null });
    const known = { ...profile, name: 'Ana', timeZone: 'Europe/Lisbon' };
    expect(cleanedLookUp(known)).toEqual(known);
  });

  test('never names them by nothing', () => {
    for (const name of ['', ' ', '\u200B', 'https://evil.example'])
      expect(cleanedLookUp({ ...profile, name, timeZone: null })).toMatchObject({ name: 'your colleague' });
    const event: InboundEvent = {
      ...{ id: '1', from: person, type: 'words' },
      contact: { address: 'a', name: '\u3164', timeZone: 'Mars/Olympus', language: null },
    };
    expect(cleanedEvent(event).contact).toEqual({ address: 'a', name: null, timeZone: null, language: null });
  });

  test.each([{ unknown: true }, { absent: true }, { unavailable: true }] as const)(
    'is as it was answered where it tells of nobody: %j',
    (found) => {
      expect(cleanedLookUp(found)).toBe(found);
    },
  );

  test('is kept with a name that shows something, or without one', () => {
    const telling = (name: string | null): InboundEvent => ({
      ...{ id: '1', from: person, type: 'words' },
      contact: { address: 'a', name, timeZone: null, language: null },
    });
    expect(cleanedEvent(telling('Ana\u200B')).contact?.name).toBe('Ana');
    expect(cleanedEvent(telling(null)).contact?.name).toBeNull();
  });

  test('is cleaned when it changes as well', () => {
    const changed = { ...profile, name: 'Ana \u202Eavlis', timeZone: 'Mars/Olympus' };
    const event: InboundEvent = { id: '1', from: person, type: 'profile', profile: changed };
    expect(cleanedEvent(event)).toMatchObject({ profile: { name: 'Ana avlis', timeZone: null } });
  });
});
