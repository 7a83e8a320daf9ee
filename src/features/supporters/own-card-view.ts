import { sayDateOf } from '../../calendar/hospital-day.ts';
import type { Option } from '../../chat/card.ts';
import type { Field } from '../../chat/form.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, text } from '../../chat/say.ts';
import type { View } from '../../chat/view.ts';
import type { Choices } from '../../content/choices.ts';
import { weekdays } from '../../content/shapes.ts';
import { allHours, ceiling, parts, refresherOn } from './rules.ts';
import { optionsOf, shownFacts } from './said.ts';
import type { Supporter } from './store.ts';
import { wordsFor } from './words.ts';

/** Everything a supporter says of themselves, as it stands. */
export function cardView(reader: Reader, choices: Choices, me: Supporter): View {
  const words = wordsFor(reader).card;
  return {
    id: 'support.card',
    title: words.title,
    elements: [
      text(words.intro),
      quiet(trainingLine(reader, me)),
      {
        type: 'buttons',
        buttons: [
          { id: 'support.own', label: words.own, opens: 'view' },
          { id: 'support.practice', label: words.practice, opens: 'view' },
          { id: 'support.guide', label: words.guides, opens: 'view' },
          { id: 'support.leave', label: words.leave, opens: 'view' },
        ],
      },
    ],
    fields: [...whoFields(reader, choices, me), ...whenFields(reader, me)],
    submit: words.submit,
  };
}

function whoFields(reader: Reader, choices: Choices, me: Supporter): readonly Field[] {
  const words = wordsFor(reader).card;
  const one = (id: 'profession' | 'specialty' | 'rank' | 'unit', from: Choices[keyof Choices]): Field => ({
    type: 'choice',
    id,
    label: words.parts[id],
    optional: true,
    options: optionsOf(reader, from),
    ...(me[id] === null ? {} : { initial: me[id] }),
  });
  return [
    one('profession', choices.professions),
    one('specialty', choices.specialties),
    one('rank', choices.ranks),
    ...(choices.units.length === 0 ? [] : [one('unit', choices.units)]),
    {
      ...several('kinds', words.parts.kinds, optionsOf(reader, choices.kinds), me.kinds),
      hint: words.kindsHint,
    },
    several('languages', words.parts.languages, optionsOf(reader, choices.languages), me.languages),
    {
      type: 'text',
      id: 'contact',
      label: words.parts.contact,
      hint: words.contactHint,
      optional: true,
      maxLength: 80,
      lines: 'one',
      ...(me.contact === null ? {} : { initial: me.contact }),
    },
    {
      ...several('shown', words.shown, shownOptions(reader, choices), me.shown),
      hint: words.shownHint,
    },
  ];
}

function whenFields(reader: Reader, me: Supporter): readonly Field[] {
  const { card: words, hours, days } = wordsFor(reader);
  const day = (id: 'awayFrom' | 'awayUntil'): Field => ({
    type: 'day',
    id,
    label: words[id],
    optional: true,
    ...(me[id] === null ? {} : { initial: me[id] }),
  });
  return [
    several('hours', words.parts.hours, named(allHours, hours), me.hours),
    several('onCall', words.onCall, named(weekdays, days), me.onCall),
    {
      type: 'choice',
      id: 'most',
      label: words.most,
      hint: words.mostHint,
      initial: String(me.mostOffers),
      options: Array.from({ length: ceiling }, (_, index) => ({
        value: String(index + 1),
        label: words.times(index + 1),
      })),
    },
    day('awayFrom'),
    { ...day('awayUntil'), hint: words.awayHint },
  ];
}

function several(
  id: string,
  label: string,
  options: readonly Option[],
  initial: readonly string[],
): Field & { readonly type: 'choices' } {
  return { type: 'choices', id, label, optional: true, options, initial };
}

function named<Name extends string>(
  names: readonly Name[],
  labels: Readonly<Record<Name, string>>,
): readonly Option[] {
  return names.map((name) => ({ value: name, label: labels[name] }));
}

function shownOptions(reader: Reader, choices: Choices): readonly Option[] {
  const { card } = wordsFor(reader);
  return named(
    parts.filter((part) => part !== 'unit' || choices.units.length > 0),
    card.parts,
  );
}

/** After saving: what everyone sees now. */
export function savedView(reader: Reader, choices: Choices, me: Supporter): View {
  const words = wordsFor(reader).card;
  const facts = shownFacts(reader, choices, me);
  return {
    id: 'support.card',
    title: words.title,
    elements: [
      text(words.saved),
      facts ?? quiet(words.onlyName),
      quiet(trainingLine(reader, me)),
      {
        type: 'buttons',
        buttons: [{ id: 'support.card', label: words.change, opens: 'view' }],
      },
    ],
    fields: [],
    submit: null,
  };
}

function trainingLine(reader: Reader, { trainedOn }: Supporter): string {
  const words = wordsFor(reader).card;
  return trainedOn === null
    ? words.untrained
    : words.trained(sayDateOf(trainedOn, reader), sayDateOf(refresherOn(trainedOn), reader));
}
