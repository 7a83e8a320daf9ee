import type { Reader } from '../../chat/reader.ts';
import { text } from '../../chat/say.ts';
import type { View } from '../../chat/view.ts';
import type { Choice } from '../../content/choices.ts';
import { saidIn } from '../../content/languages.ts';
import type { ProgramSettings } from './support-settings-store.ts';
import { wordsFor } from './words.ts';

/** What's set, to be changed. */
export function programSettingsView(
  reader: Reader,
  professions: readonly Choice[],
  { answerHours, offersNext, meeting, professions: served }: ProgramSettings,
): View {
  const words = wordsFor(reader).settings;
  return {
    id: 'support.settings',
    title: words.title,
    elements: [text(words.intro)],
    submit: words.submit,
    fields: [
      {
        type: 'choices',
        id: 'professions',
        label: words.professions,
        hint: words.professionsHint,
        optional: true,
        initial: served,
        options: professions.map(({ id, words: said }) => ({
          value: id,
          label: saidIn(said, reader.language),
        })),
      },
      {
        type: 'text',
        id: 'hours',
        label: words.hours,
        hint: words.hoursHint,
        initial: String(answerHours),
        maxLength: 2,
        lines: 'one',
      },
      {
        type: 'choice',
        id: 'offersNext',
        label: words.offersNext,
        initial: offersNext ? 'yes' : 'no',
        options: [
          { value: 'yes', label: words.next },
          { value: 'no', label: words.wait },
        ],
      },
      {
        type: 'day',
        id: 'meeting',
        label: words.meeting,
        hint: words.meetingHint,
        optional: true,
        ...(meeting === null ? {} : { initial: meeting }),
      },
    ],
  };
}
