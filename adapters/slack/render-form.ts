import type { InputBlock, InputBlockElement, KnownBlock, ModalView } from '@slack/types';
import type { Field, Form } from '../../src/chat/form.ts';
import { languageIn } from '../../src/chat/language.ts';
import { demand, limits } from './limits.ts';
import { renderOptions } from './render-card.ts';
import { asTyped, plainText, split } from './text.ts';
import { wordsFor } from './words.ts';

/** Where a modal was opened from, carried in its `private_metadata`: what was done there changes the home page. */
export type Origin = 'home' | '';

/** A form as a modal. A field's id is its block_id and its action_id. */
export function renderForm(form: Form, origin: Origin): ModalView {
  demand("a form's id", form.id.length, limits.modal.callbackId);
  demand("a form's title", form.title.length, limits.modal.title);
  demand("a form's button", form.submit.length, limits.modal.submit);
  demand('the number of fields of a form', form.fields.length, limits.blocks.view - 1);
  const intro = form.intro === undefined ? [] : split(form.intro, limits.text);
  const blocks: KnownBlock[] = intro.map((piece) => ({ type: 'section', text: asTyped(piece) }));
  return {
    type: 'modal',
    callback_id: form.id,
    private_metadata: origin,
    title: plainText(form.title),
    submit: plainText(form.submit),
    close: plainText(wordsFor(languageIn(form)).cancel),
    blocks: [...blocks, ...form.fields.map(renderField)],
  };
}

export function renderField(field: Field): InputBlock {
  demand("a field's id", field.id.length, limits.input.id);
  demand("a field's label", field.label.length, limits.input.label);
  demand("a field's hint", field.hint?.length ?? 0, limits.input.hint);
  return {
    type: 'input',
    block_id: field.id,
    label: plainText(field.label),
    ...(field.hint === undefined ? {} : { hint: plainText(field.hint) }),
    optional: field.optional ?? false,
    element: renderInput(field),
  };
}

function renderInput(field: Field): InputBlockElement {
  const { id: action_id } = field;
  switch (field.type) {
    case 'text': {
      demand('the most letters of a field', field.maxLength, limits.input.text);
      demand("a field's first content", field.initial?.length ?? 0, field.maxLength);
      const initial = field.initial ? { initial_value: field.initial } : {};
      return {
        type: 'plain_text_input',
        action_id,
        multiline: field.lines === 'several',
        max_length: field.maxLength,
        ...initial,
      };
    }
    case 'choice': {
      const options = renderOptions(field.options);
      const initial = options.find((option) => option.value === field.initial);
      return {
        type: 'static_select',
        action_id,
        options,
        ...(initial === undefined ? {} : { initial_option: initial }),
      };
    }
    case 'choices': {
      const options = renderOptions(field.options);
      const initial = options.filter((option) => field.initial?.includes(option.value));
      return {
        type: 'multi_static_select',
        action_id,
        options,
        ...(initial.length === 0 ? {} : { initial_options: initial }),
      };
    }
    case 'time':
      return { type: 'timepicker', action_id, ...(field.initial ? { initial_time: field.initial } : {}) };
    case 'day':
      return { type: 'datepicker', action_id, ...(field.initial ? { initial_date: field.initial } : {}) };
    case 'person':
      return { type: 'users_select', action_id };
    case 'channel':
      return {
        type: 'conversations_select',
        action_id,
        ...(field.initial ? { initial_conversation: field.initial } : {}),
        filter: {
          include: ['public', 'private'],
          exclude_external_shared_channels: true,
          exclude_bot_users: true,
        },
      };
    case 'people':
      return { type: 'multi_users_select', action_id, max_selected_items: field.most };
    default:
      return unknownField(field);
  }
}

function unknownField(field: never): never {
  throw new Error(`Slack does not show the field ${JSON.stringify(field)}`);
}
