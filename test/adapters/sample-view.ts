import type { Card } from '../../src/chat/card.ts';
import type { View } from '../../src/chat/view.ts';

/** A message that says nothing, and the button that shows the rest. */
export const asksToOpen: Card = {
  elements: [
    { type: 'text', words: 'Something waits for you.' },
    { type: 'buttons', buttons: [{ id: 'help.show:R-1', label: 'Open', opens: 'view' }] },
  ],
};

/** A view to read and to press in. */
export const aView: View = {
  id: 'help.show:R-1',
  title: 'For your eyes',
  elements: [
    { type: 'text', words: 'SECRET of a colleague' },
    { type: 'fields', fields: [{ label: 'How to reach them', words: 'SECRET@example.org' }] },
    { type: 'table', columns: ['Who', 'When'], rows: [['SECRET Ben', 'Tuesday']] },
    {
      type: 'buttons',
      buttons: [
        { id: 'pairing.accept:R-1', label: 'I can', style: 'primary' },
        { id: 'resources.guide', label: 'Open the guide', opens: 'view' },
      ],
    },
    {
      type: 'choice',
      id: 'nudges.snooze',
      label: 'Later',
      options: [
        { value: 'tomorrow', label: 'Tomorrow' },
        { value: 'thursday', label: 'Thursday' },
      ],
    },
  ],
  fields: [],
  submit: null,
};

/** A view to fill in, with a field of each kind. */
export const viewToFill: View = {
  id: 'settings.edit',
  title: 'Who and what',
  elements: [
    { type: 'text', words: 'SECRET words above' },
    { type: 'buttons', buttons: [{ id: 'help.show', label: 'How this works' }] },
  ],
  fields: [
    { id: 'colleagues', label: 'Colleagues', type: 'people', most: 3, optional: true },
    {
      id: 'kinds',
      label: 'Kinds',
      hint: 'As many as fit.',
      type: 'choices',
      initial: ['b'],
      options: [
        { value: 'a', label: 'The first' },
        { value: 'b', label: 'The second' },
        { value: 'c', label: 'The third' },
      ],
    },
    {
      id: 'soon',
      label: 'When',
      type: 'choice',
      initial: 'week',
      options: [
        { value: 'today', label: 'Today' },
        { value: 'week', label: 'This week' },
      ],
    },
    { id: 'name', label: 'Name', type: 'text', lines: 'one', maxLength: 80, optional: true },
    { id: 'time', label: 'Time', type: 'time', optional: true },
    { id: 'day', label: 'Day', type: 'day', optional: true },
    { id: 'person', label: 'One more', type: 'person', optional: true },
  ],
  submit: 'Send',
};
