import { clockTime } from '../../calendar/local-time.ts';
import type { Field, Form } from '../../chat/form.ts';
import { languageNames, languages } from '../../chat/language.ts';
import type { Reader } from '../../chat/reader.ts';
import { type Ask, asks } from './asks-store.ts';
import { type HospitalSettings, mostBuddies } from './hospital-store.ts';
import { wordsFor } from './words.ts';

/** What counts now, to be changed. */
export function hospitalForm(
  reader: Reader,
  now: HospitalSettings,
  asked: Readonly<Record<Ask, boolean>>,
): Form {
  const words = wordsFor(reader).hospital;
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
    ],
  };
}
