import { refOf } from '../../../adapters/playground/ward.ts';
import type { Reader } from '../../chat/reader.ts';
import type { AuditEntry } from '../../features/audit/store.ts';
import { type Deed, together } from '../../features/audit/together.ts';
import type { Visible } from '../../features/desk/visible.ts';
import type { HospitalSettings } from '../../features/program/hospital-store.ts';
import { wordsFor as programWordsFor } from '../../features/program/words.ts';
import type { ReferralContent } from '../../features/referrals/content.ts';
import type { Offer } from '../../features/referrals/offer-store.ts';
import type { Referral } from '../../features/referrals/store.ts';
import type { Suggestions } from '../../features/referrals/suggest.ts';
import type { Supporter } from '../../features/supporters/store.ts';
import { countedNames, type Released } from '../../features/tallies/rules.ts';
import type { Appointed } from '../../people/roles/store.ts';
import { wordsFor as roleWordsFor } from '../../people/roles/words.ts';
import { aMonth, ana, dana as danaMention, day, now } from './samples.ts';

export const gus = supporter('gus', 'Gus Moreau');
export const dana = supporter('dana', danaMention.name);

const chidi: ReferralContent = {
  person: refOf('chidi'),
  name: 'Chidi Eze',
  contact: null,
  kind: 'event-error',
  askedBy: 'Ana Silva',
  isForOneself: false,
  wishesOtherUnit: true,
  wishesNight: false,
  wishesGroup: true,
  ...{ profession: null, specialty: null, unit: null, language: null },
};

const referral: Referral = {
  id: 'referral-1',
  ...{ keyId: '2026-11', sealed: '', colleagueFingerprint: null, askerFingerprint: null },
  state: 'waiting',
  soon: 'today',
  isHidden: false,
  waitsFor: 'director',
  waitsSince: now,
  deadlineAt: now + day,
  openedAt: now - day,
  reachedAt: null,
};

const offer: Offer = {
  id: 'offer-1',
  referralId: referral.id,
  supporterId: gus.id,
  state: 'waiting',
  offeredAt: now,
  answeredAt: null,
};

/** Someone who isn't on the chat. */
export const waiting: Visible = {
  referral,
  content: { ...chidi, person: null, name: 'Rosa Lind', contact: '617-555-0142', askedBy: null },
  current: null,
};

type WithSupporter = Visible & { readonly current: NonNullable<Visible['current']> };

export const offered: WithSupporter = {
  referral: { ...referral, id: 'referral-2', state: 'offered', waitsFor: 'supporter', soon: 'week' },
  content: chidi,
  current: { offer, supporter: gus },
};

export const talking: WithSupporter = {
  referral: { ...offered.referral, id: 'referral-3', state: 'talking' },
  content: { ...chidi, name: 'Elif Kaya', isForOneself: true },
  current: { offer: { ...offer, state: 'talking' }, supporter: dana },
};

export const suggestions: Suggestions = {
  fitting: [
    {
      supporter: gus,
      reasons: ['same-specialty', 'similar-or-higher-rank', 'knows-kind', 'fewest-this-year'],
      refresherDue: false,
    },
    { supporter: dana, reasons: ['other-unit', 'on-call'], refresherDue: true },
  ],
  atLimit: [],
};
export const onlyAtLimit: Suggestions = { fitting: [], atLimit: [gus, dana] };
export const noOne: Suggestions = { fitting: [], atLimit: [] };

const counts: Readonly<Record<string, number>> = {
  ...{ closed: 12, 'reached-in-a-day': 11, talked: 8, declined: 3, 'no-answer': 1, offers: 15 },
  ...{ onward: 2, informal: 9 },
};
export const batch: Released = {
  counted: Object.fromEntries(countedNames.map((name) => [name, counts[name] ?? 0])) as Released['counted'],
  kinds: null,
};

export const appointed: readonly Appointed[] = [
  { id: 'role-1', person: ana.person, name: ana.name, language: 'en', role: 'director', since: now - aMonth },
  { id: 'role-2', person: gus.person, name: gus.name, language: 'en', role: 'deputy', since: now - day },
];

/** What's said after appointing the second. */
export function appointedNow(reader: Reader): string {
  return programWordsFor(reader).roles.appointed(gus.name, roleWordsFor(reader).roles.deputy);
}

export const hospital: HospitalSettings = {
  timeZone: 'America/New_York',
  nudgeMinute: 540,
  maxBuddies: 3,
  guestsWelcome: true,
  smallestGroup: 11,
  language: 'en',
};

const auditEntries: readonly AuditEntry[] = [
  { by: 'Wil Park', action: 'appointed', about: 'deputy', subject: gus.name, at: now },
  { by: 'Wil Park', action: 'posted', about: '2027-W21', subject: null, at: now },
  { by: 'Wil Park', action: 'posted', about: '2026-W49', subject: null, at: now },
  { by: 'Wil Park', action: 'set', about: 'smallestGroup', subject: null, at: now },
  { by: 'Wil Park', action: 'added-line', about: 'Chaplain', subject: null, at: now },
  { by: 'Wil Park', action: 'dismissed', about: 'deputy', subject: null, at: now - day },
  { by: null, action: 'invited-supporter', about: '', subject: dana.name, at: now - aMonth },
];

export const deeds: readonly Deed[] = together(auditEntries);

function supporter(id: string, name: string): Supporter {
  return {
    id: `supporter-${id}`,
    person: refOf(id),
    name,
    language: 'en',
    state: 'active',
    ...{ profession: 'nurse', specialty: 'critical-care', rank: null, unit: null },
    ...{ kinds: ['event-error'], languages: ['en'], hours: ['days'], onCall: [], shown: [] },
    contact: null,
    mostOffers: 4,
    ...{ awayFrom: null, awayUntil: null, trainedOn: '2026-01-15', ownSupporterId: null },
    ...{ offersYear: 2026, offersCount: 1 },
    createdAt: now - aMonth,
  };
}
