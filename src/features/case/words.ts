import { inLanguage } from '../../chat/reader.ts';
import { words as en } from './words.en.ts';
import { words as es } from './words.es.ts';

/** The sentences of this room, for a reader. */
export const wordsFor = inLanguage({ en, es });
