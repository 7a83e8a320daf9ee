import { loadContent } from '../content/content.ts';
import { linesToVerify, type Resource } from '../content/resources.ts';
import { promptsFolder } from '../program/parts.ts';
import { systemClock } from '../system/clock.ts';

export function checkQuestions(): void {
  const { bank, guides, resources } = loadContent(promptsFolder);
  const seasonal = bank.filter((set) => set.weeks !== null).length;
  console.log(
    `${bank.length} question sets (${seasonal} for certain weeks), ${guides.length} guides and ${resources.length} resources: all good.`,
  );
  noteLinesToVerify(resources);
}

/** Says which lines someone should look up again; it's no fault. */
export function noteLinesToVerify(resources: readonly Resource[]): void {
  const lines = linesToVerify(resources, systemClock.now());
  if (lines.length === 0) return;
  console.log(
    `Note: not verified by your hospital within six months: ${lines.map(({ id }) => id).join(', ')}. Look each up, then set its last_verified and verified_by in prompts/resources.yml.`,
  );
}
