import type { Answers } from '../../src/chat/form.ts';
import { isId } from '../../src/chat/id.ts';
import type { PersonRef } from '../../src/chat/person.ts';
import { object } from '../shared/json.ts';

/**
 * What rides in the data of an Action.Execute, beside what was entered. Its verb is the intent's name; `about` is what
 * follows the colon of a button's or form's id. Never a property named `key`: Microsoft's local client trips over it.
 */
export interface ActionData {
  readonly about?: string;
  /** The id of the input that a choice is picked in: what is picked takes the place of `about`. */
  readonly pick?: string;
  /** The answers beside this are those of a form. */
  readonly form?: true;
  /** The message that carries it is one that `deliver` returned, and not the answer to something. */
  readonly delivered?: true;
}

/** The same of an Action.Submit, which has no verb. */
export interface TaskData extends ActionData {
  readonly intent: string;
  /** In a message: pressing it asks for a dialog. */
  readonly msteams?: { readonly type: 'task/fetch' };
}

export interface Action {
  readonly verb: string;
  readonly data: ActionData;
}

/** The part of an event that an Action.Execute tells. */
export type Acted =
  | { readonly type: 'press'; readonly button: string }
  | { readonly type: 'submit'; readonly form: string; readonly answers: Answers };

/** A field that asks for a colleague is called so in every form: its answer is an Entra object id. */
export const personField = 'person';

/** A field that asks for several is called so: their ids come with commas between. */
export const peopleField = 'colleagues';

/** What `ActionData` uses, what Teams adds, and what Microsoft's local client trips over: no input may be called so. */
export const reservedNames: readonly string[] = [
  ...['about', 'pick', 'form', 'delivered', 'key', 'msteams', 'action', 'verb', 'intent', 'type'],
];

/** A button, a choice or a form as an action. `id` is an intent's name, with what it is about after a colon. */
export function toAction(id: string, more: Pick<ActionData, 'pick' | 'form'> = {}): Action {
  const colon = id.indexOf(':');
  const verb = colon === -1 ? id : id.slice(0, colon);
  const about = colon === -1 ? '' : id.slice(colon + 1);
  return { verb, data: { ...(about === '' ? {} : { about }), ...more } };
}

/** The data of a button that asks for a dialog. */
export function toFetch(id: string): TaskData {
  const { verb, data } = toAction(id);
  return { msteams: { type: 'task/fetch' }, intent: verb, ...data };
}

/** Reads what a dialog sends back, or, with `fetch`, what asked for one: that's always a press. */
export function readTask(name: 'fetch' | 'submit', data: unknown, workspace: string): Acted {
  const { intent, ...rest } = object(data);
  const { about } = rest;
  const read = name === 'submit' ? rest : about === undefined ? {} : { about };
  return readAction(intent, read, workspace);
}

/**
 * Reads what Teams sends back, whatever it is. `workspace` is the tenant of who acted, and so of the colleague who was
 * picked. Answers make a submission also where `form` got lost on the way.
 */
export function readAction(verb: unknown, data: unknown, workspace: string): Acted {
  if (typeof verb !== 'string' || verb === '' || !isReadable(data)) return madeUp;
  const values = texts(data);
  const about = values.get('about') ?? '';
  const pick = values.get('pick');
  const picked = pick === undefined ? '' : (values.get(pick) ?? '');
  const id = withAbout(verb, picked === '' ? about : picked);
  const entered = [...values].filter(([name]) => !reservedNames.includes(name));
  if (pick !== undefined || (!isForm(data) && entered.length === 0)) return { type: 'press', button: id };
  return { type: 'submit', form: id, answers: toAnswers(entered, workspace) };
}

/** A press on no button of ours: answered as one of another version. */
const madeUp: Acted = { type: 'press', button: '' };

/** Teams sends texts alone, and nothing for what was left empty. What isn't one is not the same as nothing. */
function isReadable(data: unknown): boolean {
  if (data !== undefined && (typeof data !== 'object' || data === null || Array.isArray(data))) return false;
  return Object.entries(object(data)).every(([name, value]) => {
    if (name === 'about' || name === 'pick') return isText(value);
    return reservedNames.includes(name) || isText(value) || value === null;
  });
}

/** Whether an action's data says that its message is one that `deliver` returned. */
export function isOfDelivered(data: unknown): boolean {
  const { delivered } = object(data);
  return delivered === true || delivered === 'true';
}

function toAnswers(entered: readonly (readonly [string, string])[], workspace: string): Answers {
  return Object.fromEntries(
    entered.flatMap(([name, value]): [string, Answers[string]][] => {
      const text = value.trim();
      if (text === '') return [];
      if (name !== personField && name !== peopleField) return [[name, text]];
      const people = peopleIn(name === personField ? [text] : text.split(','), workspace);
      const [person] = people;
      if (person === undefined) return [];
      return [[name, name === personField ? person : people]];
    }),
  );
}

function peopleIn(ids: readonly string[], workspace: string): readonly PersonRef[] {
  const known = ids.map((id) => id.trim().toLowerCase()).filter(isId);
  return known.map((id) => ({ platform: 'teams', workspace, id }));
}

/** A verb that came with a colon says itself what it is about. */
function withAbout(verb: string, about: string): string {
  return about === '' || verb.includes(':') ? verb : `${verb}:${about}`;
}

function texts(data: unknown): ReadonlyMap<string, string> {
  return new Map(Object.entries(object(data)).filter((entry): entry is [string, string] => isText(entry[1])));
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isForm(data: unknown): boolean {
  const { form } = object(data);
  return form === true || form === 'true';
}
