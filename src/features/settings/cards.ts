import { clockTime } from '../../calendar/local-time.ts';
import { cadences } from '../../calendar/monday.ts';
import { sayDay, sayInstant, sayTime } from '../../calendar/say.ts';
import type { Button, Card, Element } from '../../chat/card.ts';
import type { Form } from '../../chat/form.ts';
import { languageNames, languages } from '../../chat/language.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, text } from '../../chat/say.ts';
import { isPaused, type Rhythm } from '../../people/members/rules.ts';
import type { Member, MemberWithRhythm } from '../../people/members/store.ts';
import { asThePlatform, clocks } from './rules.ts';
import { wordsFor } from './words.ts';

/** What is set now, in the answer to a command. `more` is of other rooms: where messages go, and who may ask. */
export function settingsCard(reader: Reader, me: Member, more: readonly Element[]): Card {
  const words = wordsFor(reader);
  const { rhythm } = me;
  if (rhythm === null) return { elements: [text(words.nobodyYet), ...more] };
  return {
    elements: [
      text(words.asSet(sayTime(rhythm.nudgeMinute, reader), words.cadences[rhythm.cadence])),
      text(me.wantsDeeper ? words.deeper.on : words.deeper.off),
      quiet(words.intro(reader.timeZone)),
      {
        type: 'buttons',
        buttons: [{ id: 'settings.edit', label: words.change }, deeperButton(reader, !me.wantsDeeper)],
      },
      ...more,
    ],
  };
}

/** One tap, and the other way round the next time. */
function deeperButton(reader: Reader, isWanted: boolean): Button {
  const { deeper } = wordsFor(reader);
  return isWanted
    ? { id: 'settings.deeper:on', label: deeper.bringBack }
    : { id: 'settings.deeper:off', label: deeper.leaveOut };
}

/** What was chosen, with the way back. */
export function deeperCard(reader: Reader, isWanted: boolean): Card {
  const { deeper } = wordsFor(reader);
  return {
    elements: [
      text(isWanted ? deeper.nowOn : deeper.nowOff),
      { type: 'buttons', buttons: [deeperButton(reader, !isWanted)] },
    ],
  };
}

export function settingsForm(
  reader: Reader,
  { rhythm, chosenLanguage, hours }: Pick<MemberWithRhythm, 'rhythm' | 'chosenLanguage' | 'hours'>,
): Form {
  const words = wordsFor(reader);
  return {
    id: 'settings.edit',
    title: words.title,
    intro: words.intro(reader.timeZone),
    submit: words.save,
    fields: [
      {
        type: 'time',
        id: 'time',
        label: words.time,
        hint: words.timeHint,
        initial: clockTime(rhythm.nudgeMinute),
      },
      {
        type: 'choice',
        id: 'cadence',
        label: words.cadence,
        initial: rhythm.cadence,
        options: cadences.map((cadence) => ({ value: cadence, label: words.cadences[cadence] })),
      },
      {
        type: 'choice',
        id: 'language',
        label: words.language,
        initial: chosenLanguage ?? asThePlatform,
        options: [
          { value: asThePlatform, label: words.sameAs(reader.platform) },
          ...languages.map((language) => ({ value: language, label: languageNames[language] })),
        ],
      },
      {
        type: 'choice',
        id: 'hours',
        label: words.hours,
        initial: String(hours),
        options: clocks.map((one) => ({ value: String(one), label: words.hoursLike[one] })),
      },
    ],
  };
}

/** The other languages, for someone who isn't a member and reads this one: one tap each. */
export function languageButtons(reader: Reader): readonly Button[] {
  return languages
    .filter((language) => language !== reader.language)
    .map((language) => ({ id: `settings.language:${language}`, label: languageNames[language] }));
}

interface Moment {
  readonly hasBuddy: boolean;
  readonly now: number;
}

/** When someone's next questions come, as far as can be told. */
export function sayNext(reader: Reader, rhythm: Rhythm | null, { hasBuddy, now }: Moment): string {
  const words = wordsFor(reader);
  if (rhythm === null || !hasBuddy) return words.withFirstBuddy;
  const { nextNudgeAt, pausedUntil } = rhythm;
  if (isPaused(rhythm, Math.max(now, nextNudgeAt))) {
    return pausedUntil === null ? words.whenYouResume : words.afterPause(sayDay(pausedUntil, reader));
  }
  return nextNudgeAt <= now ? words.now : words.next(sayInstant(nextNudgeAt, reader));
}

/** After one command the pause stands; coming back can be left to Buddy. */
export function pausedCard(reader: Reader, was: Member): Card {
  const words = wordsFor(reader);
  const spans = (['1w', '2w', '4w'] as const).map((span) => ({
    id: `members.pause:${span}`,
    label: words.weeks[span],
  }));
  const buttons = [
    ...spans,
    { id: 'members.pause:day', label: words.chooseDay },
    { id: 'members.resume', label: words.resume },
  ];
  return {
    elements: [
      text(words.paused),
      ...noLongerOpen(reader, was),
      text(words.comeBack),
      { type: 'buttons', buttons },
    ],
  };
}

export function pausedUntilCard(reader: Reader, was: Member, until: number): Card {
  const words = wordsFor(reader);
  return {
    elements: [
      text(words.pausedUntil(sayDay(until, reader))),
      ...noLongerOpen(reader, was),
      { type: 'buttons', buttons: [{ id: 'members.resume', label: words.resume }] },
    ],
  };
}

/** For someone who was open to an invitation until they paused. */
function noLongerOpen(reader: Reader, was: Member): readonly Element[] {
  return was.isOpenToInvitations ? [text(wordsFor(reader).noLongerOpen)] : [];
}

export function pauseForm(reader: Reader): Form {
  const words = wordsFor(reader);
  return {
    id: 'members.pause:day',
    title: words.dayTitle,
    submit: words.pauseSubmit,
    fields: [{ type: 'day', id: 'day', label: words.day, hint: words.dayHint }],
  };
}
