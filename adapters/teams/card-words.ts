import { inLanguage } from '../../src/chat/reader.ts';
import { words as en } from './card-words.en.ts';
import { words as es } from './card-words.es.ts';

/** What is said here, in a language. */
/** The few words that cards and forms need beside those of the features. */
export type CardWords = ReturnType<typeof cardWordsFor>;

export const cardWordsFor = inLanguage({ en, es });
