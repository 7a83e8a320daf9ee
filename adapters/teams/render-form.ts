import type { FieldErrors } from '../../src/chat/effect.ts';
import { plainWords } from '../../src/chat/fallback-text.ts';
import { type Answers, type Field, type Form, isPeople, isPerson } from '../../src/chat/form.ts';
import { languageIn } from '../../src/chat/language.ts';
import { peopleField, personField, reservedNames, toAction } from './action-data.ts';
import type { ActionSet, AdaptiveCard, BodyElement, ExecuteAction, InnerElement } from './adaptive-card.ts';
import { type CardWords, cardWordsFor } from './card-words.ts';
import { writeCommand } from './command.ts';
import { BeyondTeams, onAPhone } from './limits.ts';
import { whole } from './message.ts';
import { choiceSet, peoplePicker } from './render-actions.ts';
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
  const words = cardWordsFor(languageIn(form));
  const errors = errorsOf(form.fields, filled, words);
  const body: BodyElement[] = [
    heading(form.title, 'large'),
    ...errors.shown,
    ...(form.intro === undefined ? [] : [textElement(form.intro)]),
    ...form.fields.map((field) => renderField(field, filled, words)),
    renderSubmit(form.id, form.submit),
  ];
  return whole(body, [form.title, ...errors.said, form.intro ?? ''].join('\n'));
}

export function renderSubmit(id: string, label: string): ActionSet {
  const submit: ExecuteAction = {
    type: 'Action.Execute',
    title: shortened(label, onAPhone.buttonLabel),
    ...toAction(id, { form: true }),
    associatedInputs: 'auto',
    style: 'positive',
  };
  return { type: 'ActionSet', spacing: 'medium', actions: [submit] };
}

/** What must be fixed: what stands on top of it all, and the same in plain words. */
export function errorsOf(fields: readonly Field[], filled: Filled | undefined, words: CardWords) {
  const errors = Object.entries(filled?.errors ?? {});
  const ids = new Set(fields.map(({ id }) => id));
  const onTop = errors.filter(([id]) => !ids.has(id)).map(([, error]) => errorText(error));
  return {
    shown: [...(errors.length > onTop.length ? [errorText(words.toCorrect)] : []), ...onTop],
    said: errors.map(([, error]) => plainWords(error, writeCommand)),
  };
}

/** The field, below it what must be fixed, and its hint. */
export function renderField(field: Field, filled: Filled | undefined, words: CardWords): BodyElement {
  const isReserved =
    reservedNames.includes(field.id) ||
    (field.type === 'person') !== (field.id === personField) ||
    (field.type === 'people') !== (field.id === peopleField);
  if (isReserved) throw new BeyondTeams('the id of a field has a meaning of its own');
  const error = filled?.errors[field.id];
  return {
    type: 'Container',
    spacing: 'medium',
    items: [
      renderInput(field, filled, words),
      ...(error === undefined ? [] : [{ ...errorText(error), spacing: 'small' as const }]),
      ...(field.hint === undefined
        ? []
        : [{ ...richText(field.hint, { size: 'small', isSubtle: true }), spacing: 'small' as const }]),
    ],
  };
}

function renderInput(field: Field, filled: Filled | undefined, words: CardWords): InnerElement {
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
      return { ...choiceSet(id, label, field.options, words), ...rest };
    case 'choices':
      if (field.options.some((option) => option.value.includes(',')))
        throw new BeyondTeams('a value of a list has a comma');
      // Ticked one below the other, they come back in their order.
      return {
        ...choiceSet(id, label, field.options, words),
        style: 'expanded',
        isMultiSelect: true,
        ...rest,
      };
    case 'channel':
      // No picker for one: asked for here all the same, its name is typed.
      return { type: 'Input.Text', id, label, isMultiline: false, maxLength: onAPhone.optionLabel, ...rest };
    case 'time':
      return { type: 'Input.Time', id, label, ...rest };
    case 'day':
      return { type: 'Input.Date', id, label, ...rest };
    case 'person':
      return { ...peoplePicker(id, label, words), ...rest };
    case 'people':
      return { ...peoplePicker(id, label, words), isMultiSelect: true, ...rest };
    default:
      return unknownField(field);
  }
}

/** What was entered stays entered, and what was emptied stays empty. */
function contentOf(field: Field, filled: Filled | undefined): string | undefined {
  if (filled === undefined) return initialOf(field);
  const answer = filled.answers[field.id];
  if (isPeople(answer)) return answer.map(({ id }) => id).join(',');
  return isPerson(answer) ? answer.id : answer;
}

function initialOf(field: Field): string | undefined {
  if (field.type === 'person' || field.type === 'people') return undefined;
  return (field.type === 'choices' ? field.initial?.join(',') : field.initial) || undefined;
}

function errorText(error: Parameters<typeof richText>[0]) {
  return richText(error, { color: 'attention', weight: 'bolder' });
}

function unknownField(field: never): never {
  throw new Error(`Teams does not show the field ${JSON.stringify(field)}`);
}
