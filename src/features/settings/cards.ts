import { clockTime } from '../../calendar/local-time.ts';
import { sayDay, sayInstant } from '../../calendar/say.en.ts';
import type { Card, Element } from '../../chat/card.ts';
import type { Form } from '../../chat/form.ts';
import { quiet, text } from '../../chat/say.ts';
import { isPaused } from '../../people/members/rules.ts';
import type { Member } from '../../people/members/store.ts';
import { cadences } from './rules.ts';
import { words } from './words.en.ts';

/** What is set now, in the answer to a command. `accounts` says where messages go, where that can be chosen. */
export function settingsCard(me: Member, accounts: readonly Element[]): Card {
  return {
    elements: [
      text(words.asSet(clockTime(me.nudgeMinute), words.cadences[me.cadence])),
      quiet(words.intro(me.timeZone)),
      { type: 'buttons', buttons: [{ id: 'settings.edit', label: words.change }] },
      ...accounts,
    ],
  };
}

export function settingsForm(me: Member): Form {
  return {
    id: 'settings.edit',
    title: words.title,
    intro: words.intro(me.timeZone),
    submit: words.save,
    fields: [
      {
        type: 'time',
        id: 'time',
        label: words.time,
        hint: words.timeHint,
        initial: clockTime(me.nudgeMinute),
      },
      {
        type: 'choice',
        id: 'cadence',
        label: words.cadence,
        initial: me.cadence,
        options: cadences.map((cadence) => ({ value: cadence, label: words.cadences[cadence] })),
      },
    ],
  };
}

/** When somebody's next questions come, as far as can be told. */
export function sayNext(me: Member, hasBuddy: boolean, now: number): string {
  if (!hasBuddy) return words.withFirstBuddy;
  if (isPaused(me, Math.max(now, me.nextNudgeAt))) {
    return me.pausedUntil === null
      ? words.whenYouResume
      : words.afterPause(sayDay(me.pausedUntil, me.timeZone));
  }
  return me.nextNudgeAt <= now ? words.now : words.next(sayInstant(me.nextNudgeAt, me.timeZone));
}

/** After one command the pause stands; coming back can be left to Buddy. */
export const pausedCard: Card = {
  elements: [
    text(words.paused),
    text(words.comeBack),
    {
      type: 'buttons',
      buttons: [
        ...(['1w', '2w', '4w'] as const).map((span) => ({
          id: `members.pause:${span}`,
          label: words.weeks[span],
        })),
        { id: 'members.pause:day', label: words.chooseDay },
        { id: 'members.resume', label: words.resume },
      ],
    },
  ],
};

export function pausedUntilCard(until: number, timeZone: string): Card {
  return {
    elements: [
      text(words.pausedUntil(sayDay(until, timeZone))),
      { type: 'buttons', buttons: [{ id: 'members.resume', label: words.resume }] },
    ],
  };
}

export const pauseForm: Form = {
  id: 'members.pause:day',
  title: words.dayTitle,
  submit: words.pauseSubmit,
  fields: [{ type: 'day', id: 'day', label: words.day, hint: words.dayHint }],
};
