import { describe, expect, test } from '@jest/globals';
import { readAction, readTask } from '../../adapters/teams/action-data.ts';
import type { ExecuteAction } from '../../adapters/teams/adaptive-card.ts';
import { writeCommand } from '../../adapters/teams/command.ts';
import { limits, onAPhone } from '../../adapters/teams/limits.ts';
import { renderCard, renderMessage } from '../../adapters/teams/render-card.ts';
import { renderForm } from '../../adapters/teams/render-form.ts';
import { renderView } from '../../adapters/teams/render-view.ts';
import { intentNames } from '../../src/bot/intent-names.ts';
import type { Button, Card, Element } from '../../src/chat/card.ts';
import { plainWords } from '../../src/chat/fallback-text.ts';
import { cards } from '../contract/cards.ts';
import { everyCard, everyForm, everyView } from '../contract/every-card.ts';
import { actionsOf, faultsOf, partsOf, submitsOf, wordsOf } from './card-parser.ts';

const tenant = 'f1b2c3d4-0000-4000-8000-000000000001';
const rosa = { platform: 'teams', workspace: tenant, id: '11111111-2222-4333-8444-555555555555' } as const;

const allCards: readonly [string, Card][] = Object.entries({ ...everyCard, ...cards(rosa) });
const allForms = Object.entries(everyForm);
const allViews = Object.entries(everyView);

describe('every card in Teams', () => {
  test.each(allCards)('is known to the parser of Adaptive Cards in every part: %s', (_, card) => {
    const drawn = renderCard(card);
    expect(faultsOf(drawn)).toEqual([]);
    expectToBeLabelled(drawn);
  });

  test.each(allCards)('carries all its words, and fits into a message: %s', (_, card) => {
    const message = renderMessage(card);
    const seen = wordsOf(message.attachments[0].content).replaceAll(/\[([^\]]*)\]\(tel:[\d+-]+\)/g, '$1');
    for (const words of saidBy(card)) expect(seen).toContain(words);
    expect(message.summary).toMatch(/\S/);
    expect(2 * JSON.stringify(message).length).toBeLessThan(limits.messageBytes);
  });

  test.each(allCards)('has buttons that come back as what they are: %s', (_, card) => {
    const actions = actionsOf(renderCard(card));
    const plain = actions.filter(({ data }) => data.pick === undefined);
    const pressed = (buttons: readonly Button[]) => buttons.map(({ id }) => ({ type: 'press', button: id }));
    const opening = buttonsOf(card).filter(({ opens }) => opens === 'view');
    expect(plain.map(({ verb, data }) => readAction(verb, data, tenant))).toEqual(
      pressed(buttonsOf(card).filter(({ opens }) => opens === undefined)),
    );
    const fetching = submitsOf(renderCard(card));
    expect(fetching.map(({ data }) => readTask('fetch', data, tenant))).toEqual(pressed(opening));
    for (const { data } of fetching) expect(data.msteams).toEqual({ type: 'task/fetch' });
    for (const { associatedInputs } of plain) expect(associatedInputs).toBe('none');
    for (const { verb } of actions) expect(intentNames).toContain(verb);
  });

  test.each(allCards)('has lists whose picked option comes back: %s', (_, card) => {
    const drawn = renderCard(card);
    const actions = actionsOf(drawn).filter(({ data }) => data.pick !== undefined);
    const lists = card.elements.filter((element) => element.type === 'choice');
    const picked = lists.map(({ options }) => options.at(-1)?.value ?? '');
    const entered = Object.fromEntries(inputsOf(drawn).map(({ id }, index) => [id, picked[index]]));
    expect(actions.map(({ verb, data }) => readAction(verb, { ...data, ...entered }, tenant))).toEqual(
      lists.map(({ id }, index) => ({ type: 'press', button: `${id.split(':')[0]}:${picked[index]}` })),
    );
  });

  test.each(Object.entries(everyCard))(
    'has buttons that a phone shows whole, with larger text too: %s',
    (_, card) => {
      const rows = renderCard(card).body.filter((element) => element.type === 'ActionSet');
      for (const { actions } of rows) {
        expect(actions.length).toBeLessThanOrEqual(limits.actionsPerSet);
        expect(widthOf(actions)).toBeLessThanOrEqual(onAPhone.buttonRow.width);
      }
      const labels = rows.flatMap(({ actions }) => actions.map(({ title }) => title));
      for (const { label } of buttonsOf(card)) expect(labels).toContain(label);
    },
  );
});

describe('every form in Teams', () => {
  test.each(allForms)('is known to the parser, and asks all that it asks: %s', (_, form) => {
    const drawn = renderForm(form);
    expect(faultsOf(drawn)).toEqual([]);
    expectToBeLabelled(drawn);
    const { title, intro = '', submit, fields } = form;
    const seen = wordsOf(drawn);
    for (const words of [title, intro, submit, ...fields.flatMap(({ label, hint = '' }) => [label, hint])])
      expect(seen).toContain(words);
    const inputs = inputsOf(drawn);
    expect(inputs.map(({ id }) => id)).toEqual(fields.map(({ id }) => id));
    for (const { id, optional } of fields) {
      const { isRequired, errorMessage } = inputs.find((input) => input.id === id) ?? {};
      expect([isRequired, typeof errorMessage]).toEqual(
        optional ? [undefined, 'undefined'] : [true, 'string'],
      );
    }
  });

  test.each(allForms)('comes back with what was entered: %s', (_, form) => {
    const [submit, ...others] = actionsOf(renderForm(form));
    expect(others).toEqual([]);
    expect(submit).toMatchObject({ associatedInputs: 'auto', style: 'positive' });
    expect(intentNames).toContain(submit?.verb);
    const isPicker = (type: string) => type === 'person' || type === 'people';
    const entered = form.fields.map(({ id, type }) => [
      id,
      isPicker(type) ? rosa.id.toUpperCase() : ` ${id} `,
    ]);
    const picked = { person: rosa, people: [rosa] } as Readonly<Record<string, unknown>>;
    const answers = form.fields.map(({ id, type }) => [id, picked[type] ?? id]);
    const read = readAction(submit?.verb, { ...submit?.data, ...Object.fromEntries(entered) }, tenant);
    expect(read).toEqual({ type: 'submit', form: form.id, answers: Object.fromEntries(answers) });
  });
});

describe('every view in Teams', () => {
  test.each(allViews)('is known to the parser, carries all its words, and fits: %s', (_, view) => {
    const drawn = renderView(view);
    expect(faultsOf(drawn)).toEqual([]);
    expectToBeLabelled(drawn);
    expect(actionsOf(drawn)).toEqual([]);
    const seen = wordsOf(drawn).replaceAll(/\[([^\]]*)\]\(tel:[\d+-]+\)/g, '$1');
    for (const words of [...saidBy(view), view.submit ?? '', ...view.fields.map(({ label }) => label)])
      expect(seen).toContain(words);
    expect(2 * JSON.stringify(drawn).length).toBeLessThan(limits.messageBytes);
  });

  test.each(allViews)('has buttons that come back as what they are: %s', (_, view) => {
    const plain = submitsOf(renderView(view)).filter(({ data }) => data.pick === undefined && !data.form);
    expect(plain.map(({ data }) => readTask('submit', data, tenant))).toEqual(
      buttonsOf(view).map(({ id }) => ({ type: 'press', button: id })),
    );
    for (const { data, associatedInputs } of plain) {
      expect(associatedInputs).toBe('none');
      expect(intentNames).toContain(data.intent);
    }
  });

  test.each(allViews.filter(([, { submit }]) => submit !== null))('is sent in as itself: %s', (_, view) => {
    const own = submitsOf(renderView(view)).filter(({ data }) => data.form === true);
    expect(own.map(({ data }) => readTask('submit', data, tenant))).toEqual([
      { type: 'submit', form: view.id, answers: {} },
    ]);
  });
});

/** Microsoft's local client trips over a property named `key`; a screen reader needs a label. */
function expectToBeLabelled(drawn: object): void {
  for (const part of partsOf(drawn)) {
    expect(Object.keys(part)).not.toContain('key');
    if (part.type === 'TextBlock') expect(part.wrap).toBe(true);
    if (String(part.type).startsWith('Input.')) expect(part.label).toMatch(/\S/);
    if (String(part.type).startsWith('Action.')) expect(part.title).toMatch(/\S/);
  }
}

function buttonsOf(card: Pick<Card, 'elements'>) {
  return card.elements.flatMap((element) => (element.type === 'buttons' ? element.buttons : []));
}

function inputsOf(drawn: object) {
  return partsOf(drawn).filter(({ type }) => String(type).startsWith('Input.')) as Readonly<
    Record<string, string>
  >[];
}

/** Several stand in a row only where they do with larger text, too; one alone has all the room there is. */
function widthOf(actions: readonly Pick<ExecuteAction, 'title'>[]): number {
  const { button, letter, largerText } = onAPhone.buttonRow;
  const wide = actions.length > 1 ? letter * largerText : letter;
  return actions.reduce((sum, { title }) => sum + button + wide * title.length, 0);
}

function saidBy({ heading = '', elements }: Pick<Card, 'heading' | 'elements'>): string[] {
  return [heading, ...elements.flatMap(textsOf)];
}

function textsOf(element: Element): string[] {
  const plain = (words: Parameters<typeof plainWords>[0]) => plainWords(words, writeCommand);
  switch (element.type) {
    case 'text':
      return [plain(element.words)];
    case 'questions':
      return [element.first, element.second];
    case 'fields':
      return element.fields.flatMap(({ label, words }) => [label, plain(words)]);
    case 'table':
      return [...element.columns.slice(1), ...element.rows.flat().map(plain)];
    case 'chart':
      return [element.title, ...element.bars.flatMap(({ label, said }) => [label, said])];
    case 'file':
      return [element.name, element.content];
    case 'choice':
      return [element.label];
    default:
      return [];
  }
}
