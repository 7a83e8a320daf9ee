import { clockTime } from '../../calendar/local-time.ts';
import type { Field, Form } from '../../chat/form.ts';
import { languageNames, languages } from '../../chat/language.ts';
import type { Reader } from '../../chat/reader.ts';
import { type Ask, asks } from './asks-store.ts';
import { type HospitalSettings, hospitalSettingNames, mostBuddies } from './hospital-store.ts';
import { wordsFor } from './words.ts';

/** What counts now and what members are asked, to be changed; and what of it was set from chat, to be given back to the server. */
export function hospitalForm(
  reader: Reader,
  now: HospitalSettings,
  {
    fromChat,
    asked,
  }: {
    readonly fromChat: Partial<HospitalSettings>;
    readonly asked: Readonly<Record<Ask, boolean>>;
  },
): Form {
  const words = wordsFor(reader).hospital;
  const names: Readonly<Record<keyof HospitalSettings, string>> = {
    timeZone: words.timeZone,
    nudgeMinute: words.time,
    maxBuddies: words.buddies,
    guestsWelcome: words.guests,
    smallestGroup: words.smallest,
    language: words.language,
  };
  const set = hospitalSettingNames.filter((name) => fromChat[name] !== undefined);
  return {
    id: 'program.settings',
    title: words.title,
    intro: words.intro,
    submit: words.submit,
    fields: [
      {
        type: 'text',
        id: 'timeZone',
        label: words.timeZone,
        hint: words.timeZoneHint,
        initial: now.timeZone,
        maxLength: 60,
        lines: 'one',
      },
      {
        type: 'time',
        id: 'time',
        label: words.time,
        hint: words.timeHint,
        initial: clockTime(now.nudgeMinute),
      },
      {
        type: 'choice',
        id: 'buddies',
        label: words.buddies,
        initial: String(now.maxBuddies),
        options: Array.from({ length: mostBuddies }, (_, index) => String(index + 1)).map((value) => ({
          value,
          label: value,
        })),
      },
      {
        type: 'choice',
        id: 'guests',
        label: words.guests,
        initial: now.guestsWelcome ? 'yes' : 'no',
        options: [
          { value: 'yes', label: words.welcome },
          { value: 'no', label: words.notWelcome },
        ],
      },
      {
        type: 'text',
        id: 'smallest',
        label: words.smallest,
        hint: words.smallestHint,
        initial: String(now.smallestGroup),
        maxLength: 4,
        lines: 'one',
      },
      {
        type: 'choice',
        id: 'language',
        label: words.language,
        hint: words.languageHint,
        initial: now.language,
        options: languages.map((value) => ({ value, label: languageNames[value] })),
      },
      ...asks.map(
        (id): Field => ({
          type: 'choice',
          id,
          label: words.asks[id].label,
          hint: words.asks[id].hint,
          optional: true,
          initial: asked[id] ? 'yes' : 'no',
          options: [
            { value: 'no', label: words.off },
            { value: 'yes', label: words.on },
          ],
        }),
      ),
      ...(set.length === 0
        ? []
        : [
            {
              type: 'choices',
              id: 'reset',
              label: words.reset,
              hint: words.resetHint,
              optional: true,
              initial: [],
              options: set.map((value) => ({ value, label: names[value] })),
            } as const,
          ]),
    ],
  };
}
