import type { Option } from './card.ts';
import type { InALanguage } from './language.ts';
import type { PersonRef } from './person.ts';

/** A dialog with fields. `id` is an intent's name, with what it is about after a colon, as on a button. */
export interface Form extends InALanguage {
  readonly id: string;
  readonly title: string;
  readonly submit: string;
  readonly intro?: string;
  readonly fields: readonly Field[];
}

/** One field. `id` is what its answer is called on the way back. */
export type Field = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
} & (
  | {
      readonly type: 'text';
      readonly initial?: string;
      readonly maxLength: number;
      readonly lines: 'one' | 'several';
    }
  | { readonly type: 'choice'; readonly initial?: string; readonly options: readonly Option[] }
  /** Several of a list: the answer is their values joined by commas, in the order of the options. No value has a comma. */
  | { readonly type: 'choices'; readonly initial?: readonly string[]; readonly options: readonly Option[] }
  /** A local time of day, `HH:MM`. */
  | { readonly type: 'time'; readonly initial?: string }
  /** A calendar day, `YYYY-MM-DD`. */
  | { readonly type: 'day'; readonly initial?: string }
  /** A colleague, by the platform's own people picker. */
  | { readonly type: 'person' }
  /** A channel, by the platform's own picker; the answer is its id. Asked for where there is such a picker: on Slack. */
  | { readonly type: 'channel'; readonly initial?: string }
  /** Up to `most` colleagues, by the same picker. Its id is `colleagues` in every form. */
  | { readonly type: 'people'; readonly most: number }
);

/** What was entered, by field id. A field left empty is absent. */
export type Answers = Readonly<Record<string, Answer | undefined>>;

export type Answer = string | PersonRef | readonly PersonRef[];

export function isPerson(answer: Answer | undefined): answer is PersonRef {
  return typeof answer === 'object' && 'platform' in answer;
}

export function isPeople(answer: Answer | undefined): answer is readonly PersonRef[] {
  return Array.isArray(answer);
}
