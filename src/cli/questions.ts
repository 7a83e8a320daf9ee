import { linesToVerify, type Resource } from '../content/resources.ts';
import { loadPrompts } from '../program/prompts.ts';
import { systemClock } from '../system/clock.ts';

export async function checkQuestions(): Promise<void> {
  const { bank, guides, resources } = await loadPrompts();
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
    `Note: not verified by your hospital within six months: ${lines.map(({ id }) => id).join(', ')}. Look each up, then tap it under /buddy admin, or set its last_verified and verified_by in prompts/resources.yml.`,
  );
}
