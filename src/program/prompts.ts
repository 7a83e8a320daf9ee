import { join } from 'node:path';
import { languages } from '../chat/language.ts';
import { type Content, ContentFault, loadContent } from '../content/content.ts';
import { shortTexts } from '../words/limits.ts';
import { lengthFaults, useOwnWords } from '../words/own-words.ts';

export const promptsFolder = join(import.meta.dirname, '../../prompts');

/**
 * Everything under `prompts/`; from here on Buddy speaks in the hospital's own words, where it has some. Throws
 * ContentFault with one line for each fault.
 */
export async function loadPrompts(): Promise<Content> {
  const content = loadContent(promptsFolder);
  const faults = useOwnWords(content.words);
  if (faults.length > 0) throw new ContentFault(faults.join('\n'));
  await refuseTooLong(content);
  return content;
}

/** Only a drawn card tells what's on a button; so every card is drawn, where a hospital has words of its own. */
async function refuseTooLong(content: Content): Promise<void> {
  if (languages.every((language) => content.words[language].length === 0)) return;
  const { gallery } = await import('../playground/gallery.ts');
  const { reader } = await import('../playground/gallery/samples.ts');
  const faults = languages.flatMap((language) =>
    lengthFaults(content.words[language], gallery(content, { ...reader, language }).flatMap(shortTexts)),
  );
  if (faults.length > 0) throw new ContentFault(faults.join('\n'));
}
