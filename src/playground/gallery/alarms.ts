import type { GalleryEntry } from '../../../adapters/playground/backstage.ts';
import type { Reader } from '../../chat/reader.ts';
import { type AlarmMatter, alarmCard, overCard } from '../../features/alarms/cards.ts';
import { card } from './entries.ts';
import { now } from './samples.ts';

/** What administrators hear of when something is wrong. */
export function alarmEntries(reader: Reader): readonly GalleryEntry[] {
  const drawn = (
    name: string,
    matter: Omit<AlarmMatter, 'since' | 'expires' | 'code'> & Partial<AlarmMatter>,
  ) => card(`alarms: ${name}`, alarmCard(reader, { since: now, code: null, expires: null, ...matter }, now));
  return [
    drawn('a refused token', { kind: 'refused', platform: 'slack', code: 'token_revoked' }),
    drawn('a refused secret', { kind: 'refused', platform: 'teams', code: 'AADSTS7000222' }),
    drawn('a secret that will expire', { kind: 'expires', platform: 'teams', expires: '2999-03-01' }),
    drawn('a secret that should have expired', { kind: 'expires', platform: 'teams', expires: '2026-03-01' }),
    drawn('nothing has gone out', { kind: 'nothing-out', platform: 'slack' }),
    drawn('more than a tenth', { kind: 'too-many', platform: 'teams' }),
    drawn('nothing comes in', { kind: 'silent', platform: 'slack' }),
    card('alarms: it is fine again', overCard(reader, { kind: 'refused', platform: 'slack' }, now)),
  ];
}
