import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import type {
  AdaptiveCard,
  BodyElement,
  ExecuteAction,
  SubmitAction,
} from '../../adapters/teams/adaptive-card.ts';

const require = createRequire(import.meta.url);

/** Microsoft's own library, for browsers; its ES modules do not load in Node. */
export const libraryPath = require.resolve('adaptivecards/dist/adaptivecards.min.js');

interface Library {
  readonly Versions: Readonly<Record<'v1_5' | 'v1_6', unknown>>;
  readonly SerializationContext: new (
    version: unknown,
  ) => { readonly eventCount: number; getEventAt(index: number): { readonly message: string } };
  readonly AdaptiveCard: new () => {
    parse(json: object, context: object): void;
    toJSON(context: object): object;
    validateProperties(): { readonly validationEvents: readonly { readonly message: string }[] };
  };
}

const sandbox: { AdaptiveCards?: Library; self?: object } = createContext({});
sandbox.self = sandbox;
runInContext(readFileSync(libraryPath, 'utf8'), sandbox);

/**
 * What the parser complains of, and the properties that it does not know. The people picker is Teams' own: the schema has
 * known its query since 1.6, and the parser not that it needs no choices.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker
 */
export function faultsOf(drawn: AdaptiveCard): string[] {
  const card = { ...drawn, body: drawn.body.map(asOthersShowIt) };
  if (sandbox.AdaptiveCards === undefined) throw new Error('The library did not load.');
  const { AdaptiveCard, SerializationContext, Versions } = sandbox.AdaptiveCards;
  const hasPicker = JSON.stringify(card).includes('"choices.data"');
  const context = new SerializationContext(hasPicker ? Versions.v1_6 : Versions.v1_5);
  const known = hasPicker ? ['An Input.ChoiceSet must have at least one choice defined.'] : [];
  const parsed = new AdaptiveCard();
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const invalid = parsed.validateProperties().validationEvents.map(({ message }) => message);
  const written = { ...parsed.toJSON(context), version: card.version };
  const unknown = invalid.filter((fault) => !known.includes(fault));
  return [...drawn.body.flatMap(faultsOfChart), ...events, ...unknown, ...lost(card, written, 'card')];
}

/** The parser knows none of Teams' charts, and neither do other clients: they show what stands in for one. */
function asOthersShowIt(element: BodyElement): BodyElement {
  return element.type === 'Chart.HorizontalBar' ? element.fallback : element;
}

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards */
function faultsOfChart(element: BodyElement): string[] {
  if (element.type !== 'Chart.HorizontalBar') return [];
  const {
    type: _type,
    data,
    displayMode,
    fallback,
    spacing: _spacing,
    separator: _separator,
    ...unknown
  } = element;
  const isRight = ['AbsoluteWithAxis', 'AbsoluteNoAxis', 'PartToWhole'].includes(displayMode);
  const areRight = data.every(({ x, y, ...more }) => x !== '' && Number.isFinite(y) && isEmpty(more));
  return [
    ...(isEmpty(unknown) ? [] : [`a chart has ${Object.keys(unknown)}`]),
    ...(isRight ? [] : [`a chart is shown as ${displayMode}`]),
    ...(data.length > 0 && areRight ? [] : ['a chart has bars that Teams would not draw']),
    ...(fallback === undefined ? ['a chart has nothing to stand in for it'] : []),
  ];
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}

/** The parser writes no property that has its default value. */
const defaults: Readonly<Record<string, unknown>> = {
  associatedInputs: 'auto',
  style: 'compact',
  isMultiline: false,
  choices: [],
};

function lost(ours: unknown, theirs: unknown, path: string): string[] {
  if (typeof ours !== 'object' || ours === null) {
    const isSame = String(ours).toLowerCase() === String(theirs).toLowerCase();
    return isSame ? [] : [`${path} became ${JSON.stringify(theirs)}`];
  }
  const kept: Readonly<Record<string, unknown>> = { ...(theirs as object) };
  return Object.entries(ours).flatMap(([name, value]) => {
    const isDefault = JSON.stringify(defaults[name]) === JSON.stringify(value);
    if (kept[name] === undefined && isDefault) return [];
    return lost(value, kept[name], `${path}.${name}`);
  });
}

/** Everything in a card that is an object, from the outside in. */
export function partsOf(part: unknown): Readonly<Record<string, unknown>>[] {
  if (typeof part !== 'object' || part === null) return [];
  const inner = Object.values(part).flatMap(partsOf);
  return Array.isArray(part) ? inner : [{ ...part }, ...inner];
}

export function actionsOf(card: AdaptiveCard): ExecuteAction[] {
  return partsOf(card.body).filter((part) => part.type === 'Action.Execute') as unknown as ExecuteAction[];
}

export function submitsOf(card: AdaptiveCard): SubmitAction[] {
  return partsOf(card.body).filter((part) => part.type === 'Action.Submit') as unknown as SubmitAction[];
}

/** All the words of a card as its reader sees them, one line for each text. */
export function wordsOf(card: AdaptiveCard): string {
  return partsOf(card.body)
    .flatMap((part) => {
      const element = part as unknown as
        | BodyElement
        | ExecuteAction
        | SubmitAction
        | { readonly type?: undefined };
      switch (element.type) {
        case 'TextBlock':
          return [element.text.replaceAll(/\[([^\]]*)\]\(\1\)/g, '$1')];
        case 'RichTextBlock':
          return [element.inlines.map(({ text }) => text).join('')];
        case 'Action.Execute':
        case 'Action.Submit':
          return [element.title];
        case 'Input.ChoiceSet':
          return [element.label, ...element.choices.map(({ title }) => title)];
        case 'Input.Text':
        case 'Input.Time':
        case 'Input.Date':
          return [element.label];
        default:
          return [];
      }
    })
    .join('\n');
}
