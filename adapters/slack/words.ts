import { inLanguage } from '../../src/chat/reader.ts';
import { words as en } from './words.en.ts';
import { words as es } from './words.es.ts';

/** What is said here, in a language. */
export const wordsFor = inLanguage({ en, es });
