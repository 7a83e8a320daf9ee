import { inputsOf } from './read.ts';
import type { AdaptiveCard, Fields, Part } from './types.ts';

/** What stands in a card's inputs, by their ids. */
export type Entries = Readonly<Record<string, string>>;

/**
 * The data of an action as Teams sends it: what the card says, and over it what stands in the inputs, unless the action
 * leaves them out. Throws where Teams would not send, but show what is missing.
 */
export function actionData(card: AdaptiveCard, action: Part, entries: Entries): Fields {
  const data = (action.data ?? {}) as Fields;
  const inputs = inputsOf(card);
  for (const id of Object.keys(entries)) {
    if (!inputs.has(id))
      throw new Error(`there is no input ${id}; there is: ${[...inputs.keys()].join(', ')}`);
  }
  if (action.associatedInputs === 'none') return data;
  const entered = [...inputs].map(([id, input]) => [id, enteredIn(input, entries[id])] as const);
  return { ...data, ...Object.fromEntries(entered.filter(([, value]) => value !== undefined)) };
}

/** What an input holds: empty text is sent as such, a choice that was not made not at all. */
function enteredIn(input: Part, entry: string | undefined): string | undefined {
  const value = entry ?? (input.value === undefined ? undefined : String(input.value));
  const isEmpty = value === undefined || value === '';
  const refuse = (why: string) => new Error(`Teams would not send this: ${String(input.id)} ${why}`);
  if (isEmpty && input.isRequired === true) throw refuse('is required');
  if (typeof input.maxLength === 'number' && (value ?? '').length > input.maxLength)
    throw refuse(`is longer than ${input.maxLength}`);
  if (typeof input.regex === 'string' && !isEmpty && !new RegExp(input.regex).test(value))
    throw refuse(`does not match ${input.regex}`);
  if (input.type === 'Input.Toggle') return value ?? String(input.valueOff ?? 'false');
  if (input.type !== 'Input.ChoiceSet') return value ?? '';
  if (isEmpty) return undefined;
  const picked = input.isMultiSelect === true ? value.split(',') : [value];
  const values = ((input.choices ?? []) as { value: string }[]).map((choice) => choice.value);
  if (input['choices.data'] === undefined && !picked.every((one) => values.includes(one)))
    throw refuse(`has no choice ${value}; there is: ${values.join(', ')}`);
  return value;
}
