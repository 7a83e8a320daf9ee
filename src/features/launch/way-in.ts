import type { Language } from '../../chat/language.ts';
import type { Platform } from '../../chat/person.ts';
import { wordsFor } from './words.ts';

/** How someone gets to Buddy here. */
export interface WayIn {
  /** Where Buddy is spoken to; with none set up yet, both are said. */
  readonly platforms: readonly Platform[];
  /** What opens the chat with Buddy; null where nobody said. */
  readonly link: string | null;
}

/** So long that a code on a badge can still be scanned. */
export const longestLink = 200;

/** What to do, in words, and the link at the end. */
export function waysIn({ platforms, link }: WayIn, language: Language): readonly string[] {
  return [...typed(platforms, language), ...(link === null ? [] : [link])];
}

/** What to type, by platform. */
export function typed(platforms: readonly Platform[], language: Language): readonly string[] {
  const words = wordsFor({ language });
  const both = !platforms.includes('slack') && !platforms.includes('teams');
  return [
    ...(both || platforms.includes('slack') ? [words.slack] : []),
    ...(both || platforms.includes('teams') ? [words.teams] : []),
  ];
}
