import { iso, isoOrNull } from '../../calendar/instant-text.ts';
import { clockTime } from '../../calendar/local-time.ts';
import { sayDate, sayMonday, sayTime } from '../../calendar/say.ts';
import { languageNames } from '../../chat/language.ts';
import type { Reader } from '../../chat/reader.ts';
import type { HeldLine, HeldRoom } from '../held-room.ts';
import { whenLookedAfter } from './profile-store.ts';
import type { Rhythm } from './rules.ts';
import { deleteMember, type Member } from './store.ts';
import { wordsFor } from './words.ts';

export type HeldMember = Member & Awaited<ReturnType<typeof whenLookedAfter>>;

/** Everything goes with the member's row that hangs on it, and nothing of it goes by itself. */
export const membersHeld: HeldRoom<HeldMember | null> = {
  tables: [{ table: 'members', columns: { person_id: 'account' } }],
  async find(db, { member }) {
    return member === null ? null : { ...member, ...(await whenLookedAfter(db, member.id)) };
  },
  shown: (reader, member) => [
    {
      section: 'settings',
      name: 'member',
      value: member === null ? null : memberEntry(member),
      lines: member === null ? [] : memberLines(reader, member),
    },
  ],
  async erase({ db }, { member }) {
    if (member !== null) await deleteMember(db, member.id);
  },
  async eraseAccount() {},
  async forget() {},
};

function memberEntry(member: HeldMember) {
  return {
    name: member.name,
    since: iso(member.createdAt),
    timeZone: member.timeZone,
    language: member.language,
    chosenLanguage: member.chosenLanguage,
    clockHours: member.hours,
    profileComparedAt: iso(member.profileCheckedAt),
    offeredNextStepAt: isoOrNull(member.offeredStepAt),
    ...(member.rhythm === null ? {} : rhythmEntry(member.rhythm)),
    isOpenToInvitations: member.isOpenToInvitations,
    wantsDeeper: member.wantsDeeper,
    profession: member.profession,
  };
}

function rhythmEntry(rhythm: Rhythm) {
  return {
    nudgeTime: clockTime(rhythm.nudgeMinute),
    cadence: rhythm.cadence,
    nextWeek: rhythm.nextWeek,
    nextNudgeAt: iso(rhythm.nextNudgeAt),
    lastWeek: rhythm.lastWeek,
    pausedSince: isoOrNull(rhythm.pausedAt),
    pausedUntil: isoOrNull(rhythm.pausedUntil),
  };
}

function memberLines(reader: Reader, member: HeldMember): readonly HeldLine[] {
  const words = wordsFor(reader);
  return [
    [words.held.since, [sayDate(member.createdAt, reader)]],
    [words.held.timeZone, [words.timeZone(member.timeZone, sayDate(member.profileCheckedAt, reader))]],
    [words.held.language, [languageLine(words, member)]],
    [words.held.clock, [words.clocks[member.hours]]],
    ...(member.rhythm === null ? [] : rhythmLines(reader, member.rhythm)),
    [words.held.step, member.offeredStepAt === null ? [] : [sayDate(member.offeredStepAt, reader)]],
    [words.held.deeper, [member.wantsDeeper ? words.deeper : words.noDeeper]],
    [words.held.profession, member.profession === null ? [] : [words.profession(member.profession)]],
    [words.held.open, [member.isOpenToInvitations ? words.open : words.notOpen]],
  ];
}

function languageLine(words: ReturnType<typeof wordsFor>, { language, chosenLanguage }: Member): string {
  return chosenLanguage === null
    ? languageNames[language]
    : words.chosenLanguage(languageNames[chosenLanguage]);
}

function rhythmLines(reader: Reader, rhythm: Rhythm): readonly HeldLine[] {
  const words = wordsFor(reader);
  const { pausedAt, pausedUntil, cadence, nudgeMinute, nextNudgeAt, lastWeek } = rhythm;
  const until = pausedUntil === null ? null : sayDate(pausedUntil, reader);
  const last = lastWeek === null ? null : sayMonday(lastWeek, reader);
  return [
    [
      words.held.rhythm,
      [words.rhythm(cadence, sayTime(nudgeMinute, reader), sayDate(nextNudgeAt, reader), last)],
    ],
    [words.held.pause, pausedAt === null ? [] : [words.paused(sayDate(pausedAt, reader), until)]],
  ];
}
