import { checkElement, checkItems, checkLength, checkText, type Report } from './check-elements.ts';
import type { Block, Element, Fields } from './types.ts';

/** Limits of Block Kit, as https://docs.slack.dev/reference/block-kit gives them. */
const BLOCKS = { message: 50, view: 100 };

const plainOnly = { plain: true } as const;

/** What is wrong with each kind of block; kinds that are listed without a check are accepted as they are. */
const kinds: Record<string, (report: Report, at: string, block: Block) => void> = {
  header: (report, at, block) => checkText(report, `${at}/text`, block.text, { max: 150, ...plainOnly }),
  section: checkSection,
  context(report, at, block) {
    for (const [index, item] of (
      checkItems(report, `${at}/elements`, block.elements, 1, 10) as Element[]
    ).entries()) {
      if (item.type === 'image') checkElement(report, `${at}/elements/${index}`, item);
      else checkText(report, `${at}/elements/${index}`, item, { max: 3000 });
    }
  },
  actions(report, at, block) {
    for (const [index, item] of (
      checkItems(report, `${at}/elements`, block.elements, 1, 25) as Element[]
    ).entries()) {
      checkElement(report, `${at}/elements/${index}`, item);
      if (/_input$/.test(item.type)) report(`${at}/elements/${index}`, `unsupported type: ${item.type}`);
    }
  },
  input(report, at, block) {
    checkText(report, `${at}/label`, block.label, { max: 2000, ...plainOnly });
    checkText(report, `${at}/hint`, block.hint, { max: 2000, ...plainOnly, optional: true });
    if (!block.element) report(`${at}/element`, 'missing required field');
    else if (block.element.type === 'button') report(`${at}/element`, 'unsupported type: button');
    else checkElement(report, `${at}/element`, block.element);
  },
  image(report, at, block) {
    checkLength(report, `${at}/alt_text`, block.alt_text ?? '', { min: 1, max: 2000 });
    checkText(report, `${at}/title`, block.title, { max: 2000, ...plainOnly, optional: true });
  },
  table(report, at, block) {
    for (const [row, cells] of checkItems(report, `${at}/rows`, block.rows, 1, 100).entries()) {
      checkItems(report, `${at}/rows/${row}`, cells, 1, 20);
    }
  },
  card(report, at, block) {
    checkText(report, `${at}/title`, block.title, { max: 150, optional: true });
    checkText(report, `${at}/subtitle`, block.subtitle, { max: 150, optional: true });
    checkText(report, `${at}/body`, block.body, { max: 200, optional: true });
    const actions = (block.actions ?? []) as Element[];
    for (const [index, item] of actions.entries()) checkElement(report, `${at}/actions/${index}`, item);
  },
  alert: (report, at, block) => checkText(report, `${at}/text`, block.text, { max: 3000 }),
  markdown: (report, at, block) =>
    checkLength(report, `${at}/text`, block.text ?? '', { min: 1, max: 12_000 }),
};

const unchecked = new Set([
  ...['divider', 'rich_text', 'video', 'file', 'data_table', 'data_visualization'],
  ...['context_actions', 'carousel', 'container', 'plan', 'task_card'],
]);

function checkSection(report: Report, at: string, block: Block): void {
  if (block.text === undefined && block.fields === undefined)
    report(at, 'missing required field: text or fields');
  checkText(report, `${at}/text`, block.text, { max: 3000, optional: true });
  if (block.fields !== undefined) {
    for (const [index, field] of checkItems(report, `${at}/fields`, block.fields, 1, 10).entries()) {
      checkText(report, `${at}/fields/${index}`, field, { max: 2000 });
    }
  }
  if (block.accessory) checkElement(report, `${at}/accessory`, block.accessory);
}

/** The pressable and fillable elements of a block, wherever they stand in it. */
export function elementsOf(block: Block): Element[] {
  const list = block.type === 'actions' ? block.elements : block.type === 'card' ? block.actions : undefined;
  return [...((list ?? []) as Element[]), ...[block.accessory ?? [], block.element ?? []].flat()].filter(
    (element) => element.type !== 'image',
  );
}

function checkIds(report: Report, blocks: readonly Block[], root: string): void {
  const blockIds = new Set<string>();
  for (const [index, block] of blocks.entries()) {
    checkLength(report, `${root}/${index}/block_id`, block.block_id, { min: 1, max: 255 });
    if (block.block_id !== undefined && blockIds.has(block.block_id)) {
      report(`${root}/${index}/block_id`, `\`block_id\` "${block.block_id}" already exists`);
    }
    if (block.block_id !== undefined) blockIds.add(block.block_id);
    const actionIds = elementsOf(block).flatMap((element) => element.action_id ?? []);
    for (const id of new Set(actionIds.filter((one, at) => actionIds.indexOf(one) !== at))) {
      report(`${root}/${index}`, `\`action_id\` "${id}" already exists for another action in this block`);
    }
  }
}

/**
 * What Slack would refuse in the blocks of a message or a view: one line a fault, with the JSON pointer to it. Empty
 * when all is well.
 */
export function problemsOfBlocks(blocks: unknown, surface: 'message' | 'view', root = '/blocks'): string[] {
  const problems: string[] = [];
  const report: Report = (at, problem) => problems.push(`${problem} [json-pointer:${at}]`);
  const list = checkItems(report, root, blocks, 0, BLOCKS[surface]) as Block[];
  for (const [index, block] of list.entries()) {
    const check = kinds[block?.type];
    if (check) check(report, `${root}/${index}`, block);
    else if (!unchecked.has(block?.type)) report(`${root}/${index}`, `unsupported type: ${block?.type}`);
  }
  if (problems.length === 0) checkIds(report, list, root);
  if (surface === 'message' && list.filter((block) => block.type === 'table').length > 1) {
    report(root, 'only one table is allowed');
  }
  return problems;
}

/** What Slack would refuse in a modal or an App Home view. */
export function problemsOfView(view: unknown): string[] {
  const problems: string[] = [];
  const report: Report = (at, problem) => problems.push(`${problem} [json-pointer:${at}]`);
  if (typeof view !== 'object' || view === null) return ['missing required field [json-pointer:/view]'];
  const { type, title, submit, close, blocks, callback_id, private_metadata } = view as Fields;
  if (type !== 'modal' && type !== 'home') report('/view/type', `unsupported type: ${String(type)}`);
  if (type === 'modal') {
    checkText(report, '/view/title', title, { max: 24, ...plainOnly });
    checkText(report, '/view/submit', submit, { max: 24, ...plainOnly, optional: true });
    checkText(report, '/view/close', close, { max: 24, ...plainOnly, optional: true });
    const hasInput = Array.isArray(blocks) && blocks.some((block) => block?.type === 'input');
    if (hasInput && !submit) report('/view/submit', 'missing required field: modals with inputs need it');
  }
  checkLength(report, '/view/callback_id', callback_id, { max: 255 });
  checkLength(report, '/view/private_metadata', private_metadata, { max: 3000 });
  return [...problems, ...problemsOfBlocks(blocks, 'view', '/view/blocks')];
}
