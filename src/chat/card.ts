import type { InALanguage } from './language.ts';
import type { PersonRef } from './person.ts';

/**
 * A name inside a sentence. Where a platform can mention (Slack) it becomes a mention of `person`; elsewhere, and
 * across platforms, `name` is written.
 */
export interface Mention {
  readonly person: PersonRef;
  readonly name: string;
}

/**
 * Something to type, such as `{ command: 'join 7K3M-Q9XD' }`: each platform writes it as it is typed there, on Slack
 * after `/buddy`. With `colleague`, a colleague is named after it: by a mention where a platform has them, else in full.
 */
export interface Command {
  readonly command: string;
  readonly colleague?: { readonly mention: string; readonly name: string };
}

/** A phone number inside a sentence, such as `{ phone: '988' }`: it can be tapped wherever the platform allows it. */
export interface Phone {
  readonly phone: string;
}

/** Plain words without markup, escaped by each renderer. An array is one sentence with names, commands and numbers in it. */
export type Words = string | readonly (string | Mention | Command | Phone)[];

/**
 * One message, as plain data. Every renderer turns each element into its platform's own and ends in a `never`
 * check, so that a new element breaks the build in all adapters.
 */
export interface Card extends InALanguage {
  readonly heading?: string;
  readonly elements: readonly Element[];
}

export type Element =
  | TextElement
  | QuestionsElement
  | FieldsElement
  | DividerElement
  | ButtonsElement
  | ChoiceElement
  | TableElement
  | ChartElement
  | FileElement;

export interface TextElement {
  readonly type: 'text';
  readonly words: Words;
  /** `quiet` is small print, `strong` a line that stands out. */
  readonly tone?: 'normal' | 'quiet' | 'strong';
}

/** The week's two questions, word for word as they were typed. */
export interface QuestionsElement {
  readonly type: 'questions';
  readonly first: string;
  readonly second: string;
}

export interface FieldsElement {
  readonly type: 'fields';
  readonly fields: readonly { readonly label: string; readonly words: Words }[];
}

export interface DividerElement {
  readonly type: 'divider';
}

export interface ButtonsElement {
  readonly type: 'buttons';
  readonly buttons: readonly Button[];
}

export interface Button {
  /** An intent's name, with what it is about after a colon: `pairing.accept:ID`. Unique within a card. */
  readonly id: string;
  readonly label: string;
  /** What a screen reader says instead, where several labels on a card are alike. */
  readonly spoken?: string;
  readonly style?: 'primary' | 'danger';
  /** Pressing it opens a view: Teams must know beforehand. */
  readonly opens?: 'view';
}

/** A list to pick one from; picking presses `id` with the option's value after the colon. */
export interface ChoiceElement {
  readonly type: 'choice';
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option[];
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface TableElement {
  readonly type: 'table';
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Words[])[];
}

/** Bars, one below the other. What's said beside each says it all, where no picture can be drawn. */
export interface ChartElement {
  readonly type: 'chart';
  readonly title: string;
  /** What the bars are of, and what's said beside them. */
  readonly columns: readonly [label: string, said: string];
  readonly bars: readonly ChartBar[];
  /** What the longest bar that there could be stands for. */
  readonly longest: number;
}

export interface ChartBar {
  readonly label: string;
  /** Null where there's no exact number: nothing is drawn, and only said. */
  readonly value: number | null;
  readonly said: string;
}

/** Text to take away as it is, such as an export; shown in fixed width. */
export interface FileElement {
  readonly type: 'file';
  readonly name: string;
  readonly content: string;
}
