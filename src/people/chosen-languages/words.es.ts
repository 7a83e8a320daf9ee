import type { Translated } from '../../chat/translated.ts';
import type { words as en } from './words.en.ts';

export const words: Translated<typeof en> = {
  held: { language: 'Idioma que elegiste' },
  chosen: (language, since) => `${language}, desde el ${since}`,
};
