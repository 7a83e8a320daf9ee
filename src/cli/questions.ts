import { loadContent } from '../content/content.ts';
import { promptsFolder } from '../program/parts.ts';

export function checkQuestions(): void {
  const { bank, guides, resources } = loadContent(promptsFolder);
  const seasonal = bank.filter((set) => set.weeks !== null).length;
  console.log(
    `${bank.length} question sets (${seasonal} for certain weeks), ${guides.length} guides and ${resources.length} resources: all good.`,
  );
}
