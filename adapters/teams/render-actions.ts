import type { Button, ChoiceElement, Element } from '../../src/chat/card.ts';
import { toAction, toFetch } from './action-data.ts';
import type { ActionSet, BodyElement, ChoiceSet, ExecuteAction, SubmitAction } from './adaptive-card.ts';
import { words } from './card-words.en.ts';
import { BeyondTeams, limits, onAPhone, optionsToScroll } from './limits.ts';
import { shortened } from './text.ts';

export function renderButtons(buttons: readonly Button[]): ActionSet[] {
  return inRows(buttons.map(renderButton));
}

function renderButton({ id, label, spoken, style, opens }: Button): ExecuteAction | SubmitAction {
  const look = {
    title: shortened(label, onAPhone.buttonLabel),
    // Screen readers say it after the title.
    ...(spoken === undefined ? {} : { tooltip: spoken }),
    associatedInputs: 'none',
    ...(style === undefined ? {} : ({ style: style === 'primary' ? 'positive' : 'destructive' } as const)),
  } as const;
  if (opens === undefined) return { type: 'Action.Execute', ...look, ...toAction(id) };
  return { type: 'Action.Submit', ...look, data: toFetch(id) };
}

/** As many in a row as a phone shows whole, with larger text too: a client that doesn't wrap a row would cut the labels. */
function inRows(actions: ActionSet['actions']): ActionSet[] {
  const rows: ActionSet['actions'][number][][] = [];
  for (const action of actions) {
    const row = rows.at(-1);
    if (row !== undefined && fits([...row, action])) row.push(action);
    else rows.push([action]);
  }
  return rows.map((row, index) => ({
    type: 'ActionSet',
    ...(index === 0 ? {} : { spacing: 'small' }),
    actions: row,
  }));
}

function fits(row: ActionSet['actions']): boolean {
  const { width, button, letter, largerText } = onAPhone.buttonRow;
  const needed = row.reduce((sum, { title }) => sum + button + letter * largerText * title.length, 0);
  return needed <= width && row.length <= limits.actionsPerSet;
}

/** The ids of the lists to pick from in one card; `mayRequire`: nothing else in it is sent. */
export class PickIds {
  private taken = 0;
  /** A list that must be picked from would hold up the button of another: only a single one is. */
  readonly isOnly: boolean;

  constructor(elements: readonly Element[], mayRequire = true) {
    this.isOnly = mayRequire && elements.filter(({ type }) => type === 'choice').length === 1;
  }

  next(): string {
    this.taken += 1;
    return this.taken === 1 ? 'picked' : `picked${this.taken}`;
  }
}

export function renderChoice({ id, label, options }: ChoiceElement, pickIds: PickIds): BodyElement[] {
  const pick = pickIds.next();
  const required = { isRequired: true, errorMessage: words.missing.choice } as const;
  const action: ExecuteAction = {
    type: 'Action.Execute',
    title: words.choose,
    ...toAction(id, { pick }),
    associatedInputs: 'auto',
  };
  return [
    { ...choiceSet(pick, label, options), ...(pickIds.isOnly ? required : {}) },
    { type: 'ActionSet', spacing: 'small', actions: [action] },
  ];
}

/** A list to pick one from; nothing is picked for anyone. */
export function choiceSet(id: string, label: string, options: ChoiceElement['options']): ChoiceSet {
  if (options.length === 0) throw new BeyondTeams('a choice has no options');
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    style: options.length > optionsToScroll ? 'filtered' : 'compact',
    placeholder: words.pick,
    wrap: true,
    choices: options.map((option) => ({
      title: shortened(option.label, onAPhone.optionLabel),
      value: option.value,
    })),
  };
}

/** Finds people of the tenant by their names; what's picked is an Entra object id. */
export function peoplePicker(id: string, label: string): ChoiceSet {
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    style: 'compact',
    choices: [],
    'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
    placeholder: words.pickPerson,
    wrap: true,
  };
}
