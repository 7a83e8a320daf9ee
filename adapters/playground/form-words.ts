import { inLanguage } from '../../src/chat/reader.ts';
import { words as en } from './form-words.en.ts';
import { words as es } from './form-words.es.ts';

export type FormWords = ReturnType<typeof formWordsFor>;

/** What is said here, in a language. */
export const formWordsFor = inLanguage({ en, es });
