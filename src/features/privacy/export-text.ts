import { clockTime } from '../../calendar/local-time.ts';
import type { Rhythm } from '../../people/members/rules.ts';
import type { Held, HeldAccount, HeldInvitation } from './held.ts';

/** No platform takes a message of any length; Slack takes 13,000 characters in all. */
const mostCharactersOfAPart = 10_000;

/**
 * The same facts as JSON, to take away: other people by name, instants in ISO 8601 (UTC). What is long has one line for
 * each entry and comes in parts, cut between lines: one after the other they are the whole.
 */
export function exportParts(held: Held, now: number): readonly [string, ...string[]] {
  const copy = copyOf(held, now);
  const text = JSON.stringify(copy, null, 2);
  return text.length <= mostCharactersOfAPart ? [text] : inParts(compactLines(copy));
}

function inParts(lines: readonly string[]): readonly [string, ...string[]] {
  const parts: [string, ...string[]] = [''];
  for (const line of lines) {
    const last = parts.length - 1;
    if ((parts[last] ?? '').length + line.length > mostCharactersOfAPart) parts.push(line);
    else parts[last] += line;
  }
  return parts;
}

/** JSON with one line for each entry of a list, and one for everything else. */
function compactLines(copy: Readonly<Record<string, unknown>>): readonly string[] {
  const properties = Object.entries(copy).map(([key, value]): string[] => {
    const name = JSON.stringify(key);
    if (!Array.isArray(value) || value.length === 0) return [`${name}:${JSON.stringify(value)}`];
    const entries = value.map(
      (entry, index) => `${JSON.stringify(entry)}${index < value.length - 1 ? ',' : ''}`,
    );
    return [`${name}:[`, ...entries, ']'];
  });
  const lines = properties.flatMap((property, index) =>
    index < properties.length - 1 ? [...property.slice(0, -1), `${property.at(-1)},`] : property,
  );
  return ['{', ...lines, '}'].map((line) => `${line}\n`);
}

function copyOf(held: Held, now: number) {
  const { person, member, contact, linked } = held;
  return {
    madeAt: iso(now),
    person: { platform: person.platform, workspace: person.workspace, id: person.id },
    member: member === null ? null : memberEntry(member),
    app: contact === null ? null : contactEntry(contact),
    linkedAccount: linked === null ? null : linkedEntry(linked),
    buddies: held.buddies.map(({ name, since, until }) => ({
      name,
      since: iso(since),
      until: isoOrNull(until),
    })),
    invitationsSent: held.invitationsSent.map(invitationEntry),
    invitationsReceived: held.invitationsReceived.map(invitationEntry),
    codes: held.codes.map(({ madeAt, worksUntil }) => ({ madeAt: iso(madeAt), worksUntil: iso(worksUntil) })),
    codesToLink: held.linkCodes.map(({ madeAt, worksUntil }) => ({
      madeAt: iso(madeAt),
      worksUntil: iso(worksUntil),
    })),
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
}

function memberEntry(member: NonNullable<Held['member']>) {
  return {
    name: member.name,
    since: iso(member.createdAt),
    timeZone: member.timeZone,
    profileComparedAt: iso(member.profileCheckedAt),
    ...(member.rhythm === null ? {} : rhythmEntry(member.rhythm)),
    isOpenToInvitations: member.isOpenToInvitations,
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

function contactEntry(contact: NonNullable<Held['contact']>) {
  return {
    name: contact.name,
    timeZone: contact.timeZone,
    since: iso(contact.createdAt),
    welcomedAt: isoOrNull(contact.welcomedAt),
    unreachableSince: isoOrNull(contact.unreachableSince),
  };
}

function linkedEntry({ person, name, linkedAt, contact, address }: HeldAccount) {
  return {
    platform: person.platform,
    workspace: person.workspace,
    id: person.id,
    name,
    linkedAt: iso(linkedAt),
    app: contact === null ? null : contactEntry(contact),
    address,
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
