import type { Element } from './card.ts';
import type { Field } from './form.ts';

/**
 * Shown to one person at the moment they ask for it, and kept nowhere: a modal, a dialog. What's about a referred
 * colleague stands in views alone.
 */
export interface View {
  /** An intent's name, with what it's about after a colon, as on a form: what sending it in means. */
  readonly id: string;
  /** At most 24 letters (Slack). */
  readonly title: string;
  /** Read and pressed: texts, fields, tables, buttons with intents, choices. */
  readonly elements: readonly Element[];
  /** What can be entered, below the elements; with none there's nothing to send in. */
  readonly fields: readonly Field[];
  /** The label of the button that sends it in; null exactly when there are no fields. */
  readonly submit: string | null;
}
