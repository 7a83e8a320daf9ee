import { clockTime } from '../../calendar/local-time.ts';
import type { Held, HeldInvitation } from './held.ts';

/** The same facts as JSON, to take away: other people by name, instants in ISO 8601 (UTC). */
export function exportText(held: Held, now: number): string {
  const { person, member } = held;
  const copy = {
    madeAt: iso(now),
    person: { platform: person.platform, workspace: person.workspace, id: person.id },
    member: member === null ? null : memberEntry(member),
    buddies: held.buddies.map(({ name, since, until }) => ({
      name,
      since: iso(since),
      until: isoOrNull(until),
    })),
    invitationsSent: held.invitationsSent.map(invitationEntry),
    invitationsReceived: held.invitationsReceived.map(invitationEntry),
    codes: held.codes.map(({ madeAt, worksUntil }) => ({ madeAt: iso(madeAt), worksUntil: iso(worksUntil) })),
    checkins: held.checkins.map(({ week, buddy, byMe, at }) => ({
      week,
      buddy,
      notedByMe: byMe,
      notedAt: iso(at),
    })),
    checkinsAskedFor: held.reaches.map(({ buddy, byMe, at }) => ({
      buddy,
      askedByMe: byMe,
      askedAt: iso(at),
    })),
    mondaysWithoutQuestions: held.mondaysWithout.map(({ week, outcome }) => ({ week, why: outcome })),
    messagesToMe: held.messages.map(({ kind, status, createdAt, settledAt }) => ({
      kind,
      status,
      madeAt: iso(createdAt),
      settledAt: isoOrNull(settledAt),
    })),
    waitingMessagesThatNameMe: held.namedIn,
    address: held.address,
    codesThatDidNotWork: held.wrongCodes.map(iso),
  };
  return JSON.stringify(copy, null, 2);
}

function memberEntry(member: NonNullable<Held['member']>) {
  return {
    name: member.name,
    since: iso(member.createdAt),
    timeZone: member.timeZone,
    profileComparedAt: iso(member.profileCheckedAt),
    nudgeTime: clockTime(member.nudgeMinute),
    cadence: member.cadence,
    nextWeek: member.nextWeek,
    nextNudgeAt: iso(member.nextNudgeAt),
    lastWeek: member.lastWeek,
    pausedSince: isoOrNull(member.pausedAt),
    pausedUntil: isoOrNull(member.pausedUntil),
    isOpenToInvitations: member.isOpenToInvitations,
  };
}

function invitationEntry({ name, status, sentAt, waitsUntil }: HeldInvitation) {
  return { name, status, sentAt: iso(sentAt), waitsUntil: iso(waitsUntil) };
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

function isoOrNull(instant: number | null): string | null {
  return instant === null ? null : iso(instant);
}
