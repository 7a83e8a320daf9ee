import type { GalleryEntry } from '../../adapters/playground/backstage.ts';
import type { Reader } from '../chat/reader.ts';
import type { Content } from '../content/content.ts';
import { administration } from './gallery/administration.ts';
import { alarmEntries } from './gallery/alarms.ts';
import { card } from './gallery/entries.ts';
import { everyday } from './gallery/everyday.ts';
import { drawnIn } from './gallery/language.ts';
import { mondays } from './gallery/mondays.ts';
import { pairs } from './gallery/pairs.ts';
import { pulseEntries } from './gallery/pulse.ts';
import { sentences } from './gallery/sentences.ts';
import { supportGallery } from './gallery/support.ts';
import { supporterEntries } from './gallery/supporters.ts';

/** Every card, form and view that Buddy can send, with made-up content, room by room. */
export function gallery(content: Content, reader: Reader): readonly GalleryEntry[] {
  return [
    ...pairs(reader),
    ...mondays(reader),
    ...administration(reader),
    ...alarmEntries(reader),
    ...pulseEntries(reader, content),
    ...everyday(reader, content),
    ...supportGallery(reader, content),
    ...supporterEntries(content, reader),
    ...sentences(reader).map(([name, words]) => card(name, words)),
  ].map((entry) => drawnIn(entry, reader.language));
}
