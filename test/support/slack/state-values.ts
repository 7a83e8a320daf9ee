import { elementsOf } from './check-blocks.ts';
import { optionsOf } from './read.ts';
import type { Block, Element, Fields, Option } from './types.ts';

/** What a person enters in a field: text, an option's value, a user id, `HH:MM`, `YYYY-MM-DD`; several for multi-selects. */
export type Entry = string | number | readonly string[] | null;

type StateValue = { readonly type: string } & Fields;

/** The option with this value; one that is not there is made up, as a forger would. */
function optionOf(element: Element, value: string): Option {
  const known = optionsOf(element).find((option) => option.value === value);
  return known ?? { text: { type: 'plain_text', text: value }, value };
}

const one = (entry: Entry): string | null => (typeof entry === 'string' && entry !== '' ? entry : null);
const many = (entry: Entry): readonly string[] => (entry === null ? [] : [entry].flat().map(String));

/** How each kind of element reports what is in it: the property, its start value's property, and its value. */
const stateful: Record<
  string,
  readonly [property: string, initial: string, value: (e: Element, x: Entry) => unknown]
> = {
  plain_text_input: ['value', 'initial_value', (_, entry) => one(entry)],
  email_text_input: ['value', 'initial_value', (_, entry) => one(entry)],
  url_text_input: ['value', 'initial_value', (_, entry) => one(entry)],
  number_input: ['value', 'initial_value', (_, entry) => (entry === null ? null : String(entry))],
  static_select: ['selected_option', 'initial_option', selectOption],
  radio_buttons: ['selected_option', 'initial_option', selectOption],
  external_select: ['selected_option', 'initial_option', selectOption],
  overflow: ['selected_option', '', selectOption],
  multi_static_select: ['selected_options', 'initial_options', selectOptions],
  checkboxes: ['selected_options', 'initial_options', selectOptions],
  users_select: ['selected_user', 'initial_user', (_, entry) => one(entry)],
  multi_users_select: ['selected_users', 'initial_users', (_, entry) => many(entry)],
  conversations_select: ['selected_conversation', 'initial_conversation', (_, entry) => one(entry)],
  channels_select: ['selected_channel', 'initial_channel', (_, entry) => one(entry)],
  datepicker: ['selected_date', 'initial_date', (_, entry) => one(entry)],
  timepicker: ['selected_time', 'initial_time', (_, entry) => one(entry)],
  datetimepicker: ['selected_date_time', 'initial_date_time', (_, entry) => entry],
};

function selectOption(element: Element, entry: Entry): Option | null {
  const value = one(entry);
  return value === null ? null : optionOf(element, value);
}

function selectOptions(element: Element, entry: Entry): Option[] {
  return many(entry).map((value) => optionOf(element, value));
}

/** The state of one element: what was entered, else what it started with. Undefined for a button, which has none. */
export function stateOf(element: Element, entry: Entry | undefined): StateValue | undefined {
  const kind = stateful[element.type];
  if (!kind) return undefined;
  const [property, initial, value] = kind;
  if (entry !== undefined) return { type: element.type, [property]: value(element, entry) };
  const start = element[initial] ?? value(element, null);
  return { type: element.type, [property]: start };
}

/**
 * The `state.values` of a message or view: every field by block and action id. `entries` are named by block id or by
 * action id; one that names no field becomes a text field of that name, as a forger would send it.
 */
export function stateValues(
  blocks: readonly Block[],
  entries: Readonly<Record<string, Entry>>,
): Record<string, Fields> {
  const values: Record<string, Fields> = {};
  const used = new Set<string>();
  for (const block of blocks) {
    for (const element of elementsOf(block)) {
      const actionId = element.action_id ?? '';
      const name = [block.block_id ?? '', actionId].find((id) => Object.hasOwn(entries, id));
      const state = stateOf(element, name === undefined ? undefined : entries[name]);
      if (name !== undefined) used.add(name);
      // What an overflow menu was used for is an action, it keeps no state.
      if (!state || element.type === 'overflow') continue;
      values[block.block_id ?? ''] = { ...values[block.block_id ?? ''], [actionId]: state };
    }
  }
  for (const [name, entry] of Object.entries(entries)) {
    if (!used.has(name)) values[name] = { [name]: { type: 'plain_text_input', value: one(entry) } };
  }
  return values;
}
