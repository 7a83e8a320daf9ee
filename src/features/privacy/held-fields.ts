import { type IsoWeek, mondayOf } from '../../calendar/iso-week.ts';
import { clockTime, dayText, localDay } from '../../calendar/local-time.ts';
import { sayInstant } from '../../calendar/say.ts';
import type { FieldsElement } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import type { Rhythm } from '../../people/members/rules.ts';
import type { Held, HeldInvitation } from './held.ts';
import { wordsFor } from './words.ts';

/** In a reader's words, days as they are where they are. */
interface Saying {
  readonly words: ReturnType<typeof wordsFor>;
  readonly day: (instant: number) => string;
}

type Line = readonly [label: string, entries: readonly string[]];

/** What is held, in words; what is empty is left out. */
export function heldFields(reader: Reader, held: Held): FieldsElement['fields'] {
  const words = wordsFor(reader);
  const { labels } = words;
  const day = (instant: number): string => dayText(localDay(instant, reader.timeZone));
  const saying: Saying = { words, day };
  const invitation = ({ name, status, waitsUntil }: HeldInvitation): string =>
    words.invitation(name, status, day(waitsUntil));
  const lines: readonly Line[] = [
    [labels.you, [youOf(saying, held)]],
    ...linkedLines(saying, held),
    ...memberLines(saying, held),
    [
      labels.buddies,
      held.buddies.map(({ name, since, until }) =>
        words.buddy(name, day(since), until === null ? null : day(until)),
      ),
    ],
    [labels.sent, held.invitationsSent.map(invitation)],
    [labels.received, held.invitationsReceived.map(invitation)],
    [labels.codes, held.codes.map((code) => words.code(day(code.worksUntil)))],
    [labels.linkCodes, held.linkCodes.map((code) => words.linkCode(sayInstant(code.worksUntil, reader)))],
    [labels.checkins, checkinEntries(saying, held)],
    [
      labels.reaches,
      held.reaches.map(({ buddy, byMe, at }) => words.reach(buddy, byMe, sayInstant(at, reader))),
    ],
    [
      labels.mondaysWithout,
      held.mondaysWithout.map(({ week, outcome }) => words.mondayWithout(monday(week), outcome)),
    ],
    [labels.messages, messageEntries(saying, held)],
    [labels.namedIn, held.namedIn === 0 ? [] : [words.namedIn(held.namedIn)]],
    [labels.app, contactsOf(held).map((contact) => appOf(saying, contact))],
    [labels.address, held.address === null ? [] : [words.address]],
    [labels.linkedAddress, held.linked?.address == null ? [] : [words.address]],
    [labels.wrongCodes, held.wrongCodes.length === 0 ? [] : [words.wrongCodes(held.wrongCodes.length)]],
  ];
  return lines
    .filter(([, entries]) => entries.length > 0)
    .map(([label, entries]) => ({ label, words: joined(saying, entries) }));
}

/** No platform takes a list of any length; the copy has all of it. */
function joined({ words }: Saying, entries: readonly string[]): string {
  const shown = entries.filter((_, index) => entries.slice(0, index + 1).join('; ').length <= mostCharacters);
  return [
    ...shown,
    ...(shown.length < entries.length ? [words.more(entries.length - shown.length)] : []),
  ].join('; ');
}

const mostCharacters = 1_000;

function youOf({ words }: Saying, { person, member, contact }: Held): string {
  return words.you(member?.name ?? contact?.name ?? null, person.platform);
}

function contactsOf({ contact, linked }: Held): readonly NonNullable<Held['contact']>[] {
  return [contact, linked?.contact ?? null].filter((one) => one !== null);
}

function appOf({ words, day }: Saying, contact: NonNullable<Held['contact']>): string {
  const { name, timeZone, createdAt, unreachableSince } = contact;
  const unreachable = unreachableSince === null ? null : day(unreachableSince);
  return words.app(day(createdAt), [name, timeZone].filter((told) => told !== null).join(', '), unreachable);
}

function linkedLines({ words, day }: Saying, { person, linked }: Held): readonly Line[] {
  if (linked === null) return [];
  const { name, linkedAt } = linked;
  return [
    [words.labels.linked, [words.linked(name, linked.person.platform, day(linkedAt))]],
    [words.labels.goTo, [words.you(null, person.platform)]],
  ];
}

function memberLines({ words, day }: Saying, { member }: Held): readonly Line[] {
  if (member === null) return [];
  const { labels } = words;
  return [
    [labels.since, [day(member.createdAt)]],
    [labels.timeZone, [words.timeZone(member.timeZone, day(member.profileCheckedAt))]],
    ...(member.rhythm === null ? [] : rhythmLines({ words, day }, member.rhythm)),
    [labels.open, [member.isOpenToInvitations ? words.open : words.notOpen]],
  ];
}

function rhythmLines({ words, day }: Saying, rhythm: Rhythm): readonly Line[] {
  const { pausedAt, pausedUntil, cadence, nudgeMinute, nextNudgeAt, lastWeek } = rhythm;
  const until = pausedUntil === null ? null : day(pausedUntil);
  const last = lastWeek === null ? null : monday(lastWeek);
  return [
    [words.labels.rhythm, [words.rhythm(cadence, clockTime(nudgeMinute), day(nextNudgeAt), last)]],
    [words.labels.pause, pausedAt === null ? [] : [words.paused(day(pausedAt), until)]],
  ];
}

function monday(week: IsoWeek): string {
  return dayText(mondayOf(week));
}

/** One entry for each buddy, with the weeks; a week counts once, whoever of the two noted it. */
function checkinEntries({ words }: Saying, { checkins }: Held): readonly string[] {
  return [...Map.groupBy(checkins, ({ buddy }) => buddy)].map(([buddy, noted]) => {
    const weeks = [...new Set(noted.map(({ week }) => week))].sort();
    return words.checkins(buddy, weeks.map(monday).join(', '));
  });
}

function messageEntries({ words }: Saying, { messages }: Held): readonly string[] {
  const byStatus = Map.groupBy(messages, ({ status }) => status);
  return [...byStatus].map(([status, ofStatus]) => words.messages(ofStatus.length, status));
}
