import { iso } from '../../calendar/instant-text.ts';
import { sayDate } from '../../calendar/say.ts';
import { millisecondsInDay } from '../../calendar/spans.ts';
import { languageNames } from '../../chat/language.ts';
import type { HeldRoom } from '../held-room.ts';
import {
  type ChosenLanguage,
  findChosenLanguage,
  forgetChosenBefore,
  forgetChosenLanguage,
} from './store.ts';
import { wordsFor } from './words.ts';

/** A year, and then it's the platform's again. */
const keptMs = 365 * millisecondsInDay;

/** Only of accounts that chose before they took part. */
export const chosenLanguagesHeld: HeldRoom<readonly ChosenLanguage[]> = {
  tables: [{ table: 'chosen_languages', columns: { person_id: 'account' } }],
  async find(db, { accounts }) {
    const found = [];
    for (const account of accounts) found.push(await findChosenLanguage(db, account));
    return found.filter((one) => one !== null);
  },
  shown(reader, chosen) {
    const words = wordsFor(reader);
    return [
      {
        section: 'settings',
        name: 'chosenLanguage',
        value: chosen.map(({ language, since }) => ({ language, since: iso(since) })),
        lines: [
          [
            words.held.language,
            chosen.map(({ language, since }) =>
              words.chosen(languageNames[language], sayDate(since, reader)),
            ),
          ],
        ],
      },
    ];
  },
  async erase() {},
  eraseAccount: forgetChosenLanguage,
  forget: (db, { now }) => forgetChosenBefore(db, now - keptMs),
};
