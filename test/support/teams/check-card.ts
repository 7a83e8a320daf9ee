import type { AdaptiveCard, Fields, Part } from './types.ts';

/** Notes one fault, at a JSON pointer such as `/body/0/text`. */
type Report = (at: string, problem: string) => void;
type Check = (report: Report, at: string, part: Part) => void;

/** Teams shows six actions in a row of a card. */
const ACTIONS = 6;

/** Each kind of element and action, and what it cannot be without. */
const kinds: Readonly<Record<string, Check>> = {
  TextBlock: needs('text'),
  TextRun: needs('text'),
  RichTextBlock: lists('inlines'),
  Container: lists('items'),
  ColumnSet: lists('columns'),
  Column: lists('items'),
  FactSet: lists('facts'),
  ActionSet: lists('actions'),
  Image: needs('url'),
  ImageSet: lists('images'),
  Table: lists('columns', 'rows'),
  TableRow: lists('cells'),
  TableCell: lists('items'),
  CodeBlock: needs('codeSnippet'),
  Icon: needs('name'),
  Badge: () => {},
  'Input.Text': needs('id'),
  'Input.Date': needs('id'),
  'Input.Time': needs('id'),
  'Input.Number': needs('id'),
  'Input.Toggle': needs('id', 'title'),
  'Input.ChoiceSet': checkChoices,
  'Action.Execute': checkExecute,
  'Action.Submit': checkSubmit,
  'Action.OpenUrl': needs('title', 'url'),
  'Action.ToggleVisibility': needs('title'),
};

/** Where parts of a card are inside one another. */
const inner = ['body', 'items', 'columns', 'rows', 'cells', 'inlines', 'images', 'actions'] as const;

function needs(...fields: string[]): Check {
  return (report, at, part) => {
    for (const field of fields) {
      if (typeof part[field] !== 'string' || part[field].trim() === '')
        report(`${at}/${field}`, 'must be text');
    }
  };
}

function lists(...fields: string[]): Check {
  return (report, at, part) => {
    for (const field of fields) {
      const list = part[field];
      if (!Array.isArray(list) || list.length === 0) report(`${at}/${field}`, 'must not be empty');
    }
  };
}

function checkChoices(report: Report, at: string, part: Part): void {
  needs('id')(report, at, part);
  const choices = (part.choices ?? []) as Fields[];
  const query = part['choices.data'] as Fields | undefined;
  if (choices.length === 0 && query === undefined) report(`${at}/choices`, 'must not be empty');
  for (const [index, choice] of choices.entries()) {
    for (const field of ['title', 'value']) {
      if (typeof choice[field] !== 'string' || choice[field] === '')
        report(`${at}/choices/${index}/${field}`, 'must be text');
    }
  }
  if (query !== undefined && (query.type !== 'Data.Query' || typeof query.dataset !== 'string'))
    report(`${at}/choices.data`, 'must be a Data.Query with a dataset');
}

function checkExecute(report: Report, at: string, part: Part): void {
  needs('title', 'verb')(report, at, part);
  const { data = {}, associatedInputs = 'auto' } = part;
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    report(`${at}/data`, 'must be an object');
  // Microsoft's local client takes such an action for another of its own and sends nothing.
  else if ('key' in data) report(`${at}/data/key`, 'must not be called key');
  if (associatedInputs !== 'auto' && associatedInputs !== 'none')
    report(`${at}/associatedInputs`, 'must be auto or none');
}

/** An Action.Submit opens a dialog, or stands in one: Buddy uses it for nothing else. */
function checkSubmit(report: Report, at: string, part: Part): void {
  needs('title')(report, at, part);
  const { data, associatedInputs = 'auto' } = part;
  if (typeof (data as Fields | undefined)?.intent !== 'string') report(`${at}/data/intent`, 'must be text');
  if (associatedInputs !== 'auto' && associatedInputs !== 'none')
    report(`${at}/associatedInputs`, 'must be auto or none');
}

/** Every part of a card with the JSON pointer to it, in reading order. */
export function partsOf(card: Part, root = ''): { readonly at: string; readonly part: Part }[] {
  return inner.flatMap((field) => {
    const list = card[field];
    if (!Array.isArray(list)) return [];
    return list.flatMap((part: unknown, index) => {
      const at = `${root}/${field}/${index}`;
      if (typeof part !== 'object' || part === null) return [];
      return [{ at, part: part as Part }, ...partsOf(part as Part, at)];
    });
  });
}

/** Parts that say their kind by where they stand. */
const implied: Readonly<Record<string, string>> = { columns: 'Column', rows: 'TableRow', cells: 'TableCell' };

function kindOf(at: string, part: Part): string | undefined {
  const place = at.split('/').at(-2) ?? '';
  // The columns of a table are widths and nothing else.
  if (place === 'columns' && part.items === undefined) return undefined;
  return part.type ?? implied[place] ?? 'none';
}

/** What Teams would refuse in a card: one line a fault, with the JSON pointer to it. Empty when all is well. */
export function problemsOfCard(card: unknown): string[] {
  if (typeof card !== 'object' || card === null) return ['must be an object [json-pointer:]'];
  const problems: string[] = [];
  const report: Report = (at, problem) => problems.push(`${problem} [json-pointer:${at}]`);
  const { type, version, body } = card as AdaptiveCard;
  if (type !== 'AdaptiveCard') report('/type', 'must be AdaptiveCard');
  if (!/^1\.[0-5]$/.test(String(version))) report('/version', 'must be 1.5 at most');
  if (!Array.isArray(body) || body.length === 0) report('/body', 'must not be empty');
  const parts = partsOf(card as Part);
  for (const { at, part } of parts) {
    const kind = kindOf(at, part);
    if (kind === undefined) continue;
    const check = kinds[kind];
    // An element that a client does not know must say what stands in its place.
    if (check) check(report, at, part);
    else if (part.fallback === undefined) report(at, `unsupported type: ${kind}`);
    if (Array.isArray(part.actions)) checkCount(report, at, part.actions);
  }
  checkCount(report, '', (card as AdaptiveCard).actions ?? []);
  checkIds(report, parts);
  return problems;
}

function checkCount(report: Report, at: string, actions: readonly unknown[]): void {
  if (actions.length > ACTIONS) report(`${at}/actions`, `no more than ${ACTIONS} are shown`);
}

function checkIds(report: Report, parts: ReturnType<typeof partsOf>): void {
  const ids = new Set<string>();
  for (const { at, part } of parts) {
    if (typeof part.id !== 'string') continue;
    if (ids.has(part.id)) report(`${at}/id`, `the id "${part.id}" is there twice`);
    ids.add(part.id);
  }
}
