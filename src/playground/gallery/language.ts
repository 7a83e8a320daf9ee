import type { GalleryEntry } from '../../../adapters/playground/backstage.ts';
import type { Language } from '../../chat/language.ts';

/** As the core says it of what it answers: a platform's own few words are in the same language. */
export function drawnIn(entry: GalleryEntry, language: Language): GalleryEntry {
  const { name, card, form, view } = entry;
  if (card !== undefined) return { name, card: { ...card, language } };
  if (form !== undefined) return { name, form: { ...form, language } };
  return view === undefined ? entry : { name, view: { ...view, language } };
}
