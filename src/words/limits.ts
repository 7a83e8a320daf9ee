import type { Card, Element } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import type { View } from '../chat/view.ts';

/** How many characters fit: the least of what Slack and Teams take or show. A test holds them beside the platforms' own. */
export const fits = {
  title: 24,
  submit: 24,
  button: 60,
  option: 75,
  heading: 150,
  text: 3000,
} as const;

type Place = keyof typeof fits;

/** What a text that stands there is part of, as it's said to who wrote it. */
export const placeNames: Readonly<Record<Place, string>> = {
  title: 'is the title of a form',
  submit: 'is the button of a form',
  button: 'is on a button',
  option: 'is in a list to pick from',
  heading: 'is the heading of a message',
  text: 'is a text',
};

export interface Placed {
  readonly place: Place;
  readonly text: string;
}

/** The texts of a card or a form that don't have the room of a whole text. */
export function shortTexts({
  card,
  form,
  view,
}: {
  readonly card?: Card;
  readonly form?: Form;
  readonly view?: View;
}): readonly Placed[] {
  return [
    ...(card === undefined ? [] : ofCard(card)),
    ...(form === undefined ? [] : ofForm(form)),
    ...(view === undefined ? [] : ofView(view)),
  ];
}

function ofView({ id, title, elements, fields, submit }: View): readonly Placed[] {
  return [...ofCard({ elements }), ...ofForm({ id, title, fields, submit: submit ?? '' })];
}

function ofCard({ heading, elements }: Card): readonly Placed[] {
  const above: readonly Placed[] = heading === undefined ? [] : [{ place: 'heading', text: heading }];
  return [...above, ...elements.flatMap(ofElement)];
}

function ofElement(element: Element): readonly Placed[] {
  if (element.type === 'buttons')
    return element.buttons.map(({ label }) => ({ place: 'button', text: label }));
  return element.type === 'choice'
    ? element.options.map(({ label }) => ({ place: 'option', text: label }))
    : [];
}

function ofForm({ title, submit, fields }: Form): readonly Placed[] {
  return [
    { place: 'title', text: title },
    { place: 'submit', text: submit },
    ...fields.flatMap((field): readonly Placed[] =>
      field.type === 'choice' ? field.options.map(({ label }) => ({ place: 'option', text: label })) : [],
    ),
  ];
}
