import type { Card, Words } from './card.ts';
import type { Form } from './form.ts';
import type { View } from './view.ts';

/** What a feature answers at once, to the person who acted and to nobody else. */
export type Effect =
  /** A private answer that only this person sees. */
  | { readonly type: 'reply'; readonly card: Card }
  /** The message whose button was pressed becomes this card; without such a message it is a private answer. */
  | { readonly type: 'replace'; readonly card: Card }
  | { readonly type: 'open-form'; readonly form: Form }
  /** A sentence for each field that must be fixed, by field id; the form stays open, or is shown again. */
  | { readonly type: 'form-errors'; readonly form: Form; readonly errors: FieldErrors }
  /**
   * Shown at once, in place of the view where someone acted in one. With `errors` it's the one that was sent in, shown
   * again with a sentence at each field that must be fixed.
   */
  | { readonly type: 'view'; readonly view: View; readonly errors?: FieldErrors };

/** What is wrong with what was entered, by field id. */
export type FieldErrors = Readonly<Record<string, Words>>;
