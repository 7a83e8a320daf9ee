import type { InferOutput } from 'valibot';
import { type EventKind, eventKinds } from './event-kinds.ts';
import type { Said } from './languages.ts';
import { repeated } from './repeated.ts';
import type { choicesFile } from './support-shapes.ts';

/** Something to choose in a form. The id is what's kept. */
export interface Choice<Id extends string = string> {
  readonly id: Id;
  readonly words: Said<string>;
}

/** In place of an id: nothing is chosen. */
export const noChoice = 'none';

/** What supporters and referrals choose from, in the order of the file. */
export interface Choices {
  readonly professions: readonly Choice[];
  readonly specialties: readonly Choice[];
  /** From the lowest to the highest, across professions. */
  readonly ranks: readonly Choice[];
  readonly kinds: readonly Choice<EventKind>[];
  readonly languages: readonly Choice[];
  /** Empty where the hospital hasn't named its units. */
  readonly units: readonly Choice[];
}

export function choicesFaults(listed: InferOutput<typeof choicesFile>): string[] {
  const where = 'prompts/support/professions.yml';
  const kinds = listed.kinds.map(({ id }) => id);
  return [
    ...Object.entries(listed).flatMap(([name, choices]) =>
      repeated(choices.map(({ id }) => id)).map((id) => `${where}, ${name}: the id ${id} stands twice.`),
    ),
    ...listed.professions
      .filter(({ id }) => id === noChoice)
      .map(
        () =>
          `${where}, professions: the id ${noChoice} stands for those who say none; call it something else.`,
      ),
    ...eventKinds.filter((id) => !kinds.includes(id)).map((id) => `${where}, kinds: ${id} is missing.`),
  ];
}
