import type { FieldErrors } from '../../src/chat/effect.ts';
import { plainWords } from '../../src/chat/fallback-text.ts';
import type { Answers, Field, Form } from '../../src/chat/form.ts';
import { personField, reservedNames, toAction } from './action-data.ts';
import type { AdaptiveCard, BodyElement, ExecuteAction, InnerElement } from './adaptive-card.ts';
import { words } from './card-words.en.ts';
import { writeCommand } from './command.ts';
import { BeyondTeams, onAPhone } from './limits.ts';
import { whole } from './message.ts';
import { choiceSet } from './render-actions.ts';
import { heading, richText, shortened, textElement } from './text.ts';

/** What was entered into a form that is shown again, and what must be fixed in it. */
export interface Filled {
  readonly answers: Answers;
  readonly errors: FieldErrors;
}

/**
 * A form as a card in the chat, empty or as it was filled. It has no button to cancel: nothing happens until it is
 * sent, and a card that is left alone is in nobody's way.
 */
export function renderForm(form: Form, filled?: Filled): AdaptiveCard {
  const errors = Object.entries(filled?.errors ?? {});
  const ids = new Set(form.fields.map(({ id }) => id));
  const onTop = errors.filter(([id]) => !ids.has(id)).map(([, error]) => errorText(error));
  const submit: ExecuteAction = {
    type: 'Action.Execute',
    title: shortened(form.submit, onAPhone.buttonLabel),
    ...toAction(form.id, { form: true }),
    associatedInputs: 'auto',
    style: 'positive',
  };
  const body: BodyElement[] = [
    heading(form.title, 'large'),
    ...(errors.length > onTop.length ? [errorText(words.toMend)] : []),
    ...onTop,
    ...(form.intro === undefined ? [] : [textElement(form.intro)]),
    ...form.fields.map((field) => renderField(field, filled)),
    { type: 'ActionSet', spacing: 'medium', actions: [submit] },
  ];
  const said = [form.title, ...errors.map(([, error]) => plainWords(error, writeCommand)), form.intro ?? ''];
  return whole(body, said.join('\n'));
}

/** The field, below it what must be fixed, and its hint. */
function renderField(field: Field, filled: Filled | undefined): BodyElement {
  if (reservedNames.includes(field.id) || (field.type === 'person') !== (field.id === personField))
    throw new BeyondTeams('the id of a field has a meaning of its own');
  const error = filled?.errors[field.id];
  return {
    type: 'Container',
    spacing: 'medium',
    items: [
      renderInput(field, filled),
      ...(error === undefined ? [] : [{ ...errorText(error), spacing: 'small' as const }]),
      ...(field.hint === undefined
        ? []
        : [{ ...richText(field.hint, { size: 'small', isSubtle: true }), spacing: 'small' as const }]),
    ],
  };
}

function renderInput(field: Field, filled: Filled | undefined): InnerElement {
  const { id } = field;
  const label = shortened(field.label, onAPhone.optionLabel);
  const required =
    field.optional === true ? {} : ({ isRequired: true, errorMessage: words.missing[field.type] } as const);
  const value = contentOf(field, filled);
  const rest = { ...required, ...(value === undefined ? {} : { value }) };
  switch (field.type) {
    case 'text':
      return {
        type: 'Input.Text',
        id,
        label,
        isMultiline: field.lines === 'several',
        maxLength: field.maxLength,
        ...rest,
      };
    case 'choice':
      return { ...choiceSet(id, label, field.options), ...rest };
    case 'time':
      return { type: 'Input.Time', id, label, ...rest };
    case 'day':
      return { type: 'Input.Date', id, label, ...rest };
    case 'person':
      return {
        type: 'Input.ChoiceSet',
        id,
        label,
        style: 'compact',
        choices: [],
        'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
        placeholder: words.pickPerson,
        wrap: true,
        ...rest,
      };
    default:
      return unknownField(field);
  }
}

/** What was entered stays entered, and what was emptied stays empty. */
function contentOf(field: Field, filled: Filled | undefined): string | undefined {
  if (filled === undefined) return field.type === 'person' ? undefined : field.initial || undefined;
  const answer = filled.answers[field.id];
  return typeof answer === 'object' ? answer.id : answer;
}

function errorText(error: Parameters<typeof richText>[0]) {
  return richText(error, { color: 'attention', weight: 'bolder' });
}

function unknownField(field: never): never {
  throw new Error(`Teams does not show the field ${JSON.stringify(field)}`);
}
