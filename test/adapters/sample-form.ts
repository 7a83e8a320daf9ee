import type { Card } from '../../src/chat/card.ts';
import type { Form } from '../../src/chat/form.ts';

/** A card of buttons that are called what their ids are. */
export const buttons = (...ids: string[]): Card => ({
  elements: [{ type: 'buttons', buttons: ids.map((id) => ({ id, label: id })) }],
});

/** A form with a field of each kind. */
export const form: Form = {
  id: 'questions.post:next',
  title: 'The week’s questions',
  submit: 'Save',
  intro: 'Both go to everybody, word for word.',
  fields: [
    { id: 'week', label: 'Week', type: 'text', initial: '2026-W48', maxLength: 10, lines: 'one' },
    {
      id: 'first',
      label: 'First & foremost',
      hint: 'Short.',
      type: 'text',
      maxLength: 300,
      lines: 'several',
    },
    { id: 'time', label: 'Time', type: 'time', initial: '09:00', optional: true },
    { id: 'day', label: 'Day', type: 'day', optional: true },
    {
      id: 'zone',
      label: 'Zone',
      type: 'choice',
      initial: 'b',
      options: [
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B' },
      ],
    },
    { id: 'person', label: 'Colleague', type: 'person', optional: true },
  ],
};
