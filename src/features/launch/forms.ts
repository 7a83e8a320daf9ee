import type { Form } from '../../chat/form.ts';
import { languageNames } from '../../chat/language.ts';
import type { Reader } from '../../chat/reader.ts';
import { languagesOf } from '../../content/languages.ts';
import type { LaunchText } from '../../content/launch.ts';
import { wordsFor } from './words.ts';

const longestName = 80;

/** What the announcement leaves open, and in which language it's wanted. */
export function announcementForm(reader: Reader, announcement: LaunchText): Form {
  const words = wordsFor(reader).chat;
  const written = languagesOf(announcement.words);
  return {
    id: 'program.announce',
    title: words.heading,
    submit: words.show,
    fields: [
      {
        type: 'text',
        id: 'hospital',
        label: words.hospital,
        hint: words.hint,
        maxLength: longestName,
        lines: 'one',
      },
      {
        type: 'choice',
        id: 'language',
        label: words.language,
        initial: written.includes(reader.language) ? reader.language : 'en',
        options: written.map((value) => ({ value, label: languageNames[value] })),
      },
    ],
  };
}
