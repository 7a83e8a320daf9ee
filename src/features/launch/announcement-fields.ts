import type { Field } from '../../chat/form.ts';
import { type Language, languageNames } from '../../chat/language.ts';
import type { Reader } from '../../chat/reader.ts';
import { languagesOf } from '../../content/languages.ts';
import type { LaunchText } from '../../content/launch.ts';
import { wordsFor } from './words.ts';

const longestName = 80;

/** What the announcement leaves open, as far as it's known, and in which language it's wanted. */
export function announcementFields(
  reader: Reader,
  announcement: LaunchText,
  { hospital, language }: { readonly hospital: string | null; readonly language: Language },
): readonly Field[] {
  const words = wordsFor(reader).chat;
  const written = languagesOf(announcement.words);
  return [
    {
      type: 'text',
      id: 'hospital',
      label: words.hospital,
      hint: words.hint,
      ...(hospital === null ? {} : { initial: hospital }),
      maxLength: longestName,
      lines: 'one',
    },
    {
      type: 'choice',
      id: 'language',
      label: words.language,
      initial: written.includes(language) ? language : 'en',
      options: written.map((value) => ({ value, label: languageNames[value] })),
    },
  ];
}
