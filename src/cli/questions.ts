import type { Legal } from '../content/legal.ts';
import { linesToVerify, type Resource } from '../content/resources.ts';
import { loadPrompts } from '../program/prompts.ts';
import { systemClock } from '../system/clock.ts';

export async function checkQuestions(): Promise<void> {
  const { bank, guides, resources, support, launch } = await loadPrompts();
  const seasonal = bank.filter((set) => set.weeks !== null).length;
  console.log(
    `${bank.length} question sets (${seasonal} for certain weeks), ${guides.length} guides, ${resources.length} resources and ${launch.length} texts for the launch: all good.`,
  );
  noteLinesToVerify(resources);
  noteUnsigned(support.legal);
}

function noteUnsigned({ notes }: Legal): void {
  const unsigned = notes.filter(({ signedOffBy }) => signedOffBy === null);
  if (unsigned.length === 0) return;
  console.log(
    `Note: not checked by your counsel: ${unsigned.map(({ id }) => id).join(', ')}. Have each read, then set its signed_off_by in prompts/support/legal.yml.`,
  );
}

/** Says which lines someone should look up again; it's no fault. */
export function noteLinesToVerify(resources: readonly Resource[]): void {
  const lines = linesToVerify(resources, systemClock.now());
  if (lines.length === 0) return;
  console.log(
    `Note: not verified by your hospital within six months: ${lines.map(({ id, isOwn, words }) => (isOwn ? words.en.name : id)).join(', ')}. Look each up, then tap it under /buddy admin, or set its last_verified and verified_by in prompts/resources.yml.`,
  );
}
