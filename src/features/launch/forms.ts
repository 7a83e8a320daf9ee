import type { Form } from '../../chat/form.ts';
import type { Reader } from '../../chat/reader.ts';
import type { LaunchText } from '../../content/launch.ts';
import { announcementFields } from './announcement-fields.ts';
import { wordsFor } from './words.ts';

/** What the announcement leaves open, and in which language it's wanted. */
export function announcementForm(reader: Reader, announcement: LaunchText): Form {
  const words = wordsFor(reader).chat;
  const { language } = reader;
  return {
    id: 'program.announce',
    title: words.heading,
    submit: words.show,
    fields: announcementFields(reader, announcement, { hospital: null, language }),
  };
}
