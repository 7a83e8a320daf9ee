import type { Element, Fields, Option, Text } from './types.ts';

/** Notes one fault, at a JSON pointer such as `/blocks/0/text`. */
export type Report = (at: string, problem: string) => void;

interface TextLimits {
  readonly max: number;
  readonly plain?: boolean;
  readonly optional?: boolean;
}

/** Checks a text object: present, of a known kind, not empty, not too long. */
export function checkText(report: Report, at: string, text: unknown, limits: TextLimits): void {
  if (text === undefined || text === null) {
    if (!limits.optional) report(at, 'missing required field');
    return;
  }
  const { type, text: words } = text as Partial<Text>;
  if (type !== 'plain_text' && (limits.plain || type !== 'mrkdwn')) {
    report(at, limits.plain ? 'must be a plain_text object' : 'must be a plain_text or mrkdwn object');
  }
  if (typeof words !== 'string') report(`${at}/text`, 'must be a string');
  else checkLength(report, `${at}/text`, words, { min: 1, max: limits.max });
}

/** Checks a string's length where there is one; Slack says `less than` with one more than the limit. */
export function checkLength(
  report: Report,
  at: string,
  value: unknown,
  { min = 0, max }: { min?: number; max: number },
): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'string') report(at, 'must be a string');
  else if (value.length > max) report(at, `must be less than ${max + 1} characters`);
  else if (value.length < min) report(at, `must be more than ${min - 1} characters`);
}

/** Checks that `items` is an array of `min` to `max` items, and gives them. */
export function checkItems(report: Report, at: string, items: unknown, min: number, max: number): unknown[] {
  if (!Array.isArray(items)) {
    report(at, 'missing required field');
    return [];
  }
  if (items.length > max) report(at, `no more than ${max} items allowed`);
  if (items.length < min) report(at, `must provide at least ${min} item`);
  return items;
}

function checkOptions(report: Report, at: string, element: Element, max: number): void {
  const groups = element.option_groups;
  const lists = groups ? groups.map((group) => group.options) : [element.options];
  const known: Option[] = [];
  for (const [list, options] of lists.entries()) {
    const path = groups ? `${at}/option_groups/${list}/options` : `${at}/options`;
    for (const [index, option] of (checkItems(report, path, options, 1, max) as Option[]).entries()) {
      known.push(option);
      checkText(report, `${path}/${index}/text`, option.text, { max: 75 });
      if (typeof option.value !== 'string') report(`${path}/${index}/value`, 'missing required field');
      checkLength(report, `${path}/${index}/value`, option.value, { max: 150 });
    }
  }
  const initial = [element.initial_option ?? [], element.initial_options ?? []].flat() as Option[];
  for (const option of initial) {
    // Slack compares the whole option: the same value under another label is refused.
    const same = (other: Option) => other.value === option.value && other.text?.text === option.text?.text;
    if (!known.some(same)) report(`${at}/initial_option`, 'must exactly match one of the provided options');
  }
}

function checkConfirm(report: Report, at: string, confirm: unknown): void {
  if (confirm === undefined) return;
  const dialog = confirm as Fields;
  checkText(report, `${at}/title`, dialog.title, { max: 100, plain: true });
  checkText(report, `${at}/text`, dialog.text, { max: 300 });
  checkText(report, `${at}/confirm`, dialog.confirm, { max: 30, plain: true });
  checkText(report, `${at}/deny`, dialog.deny, { max: 30, plain: true });
}

const optionsAllowed: Record<string, number> = {
  static_select: 100,
  multi_static_select: 100,
  radio_buttons: 10,
  checkboxes: 10,
  overflow: 5,
};

const otherElements = new Set([
  ...['users_select', 'multi_users_select', 'conversations_select', 'multi_conversations_select'],
  ...['channels_select', 'multi_channels_select', 'datepicker', 'timepicker', 'datetimepicker'],
  ...['plain_text_input', 'number_input', 'email_text_input', 'url_text_input', 'rich_text_input', 'image'],
]);

function checkButton(report: Report, at: string, element: Element): void {
  checkText(report, `${at}/text`, element.text, { max: 75, plain: true });
  checkLength(report, `${at}/value`, element.value, { max: 2000 });
  checkLength(report, `${at}/url`, element.url, { max: 3000 });
  checkLength(report, `${at}/accessibility_label`, element.accessibility_label, { max: 75 });
  if (element.style !== undefined && element.style !== 'primary' && element.style !== 'danger') {
    report(`${at}/style`, 'must be primary or danger');
  }
}

/** Checks one interactive element (or an image that stands in an element's place). */
export function checkElement(report: Report, at: string, element: Element): void {
  checkLength(report, `${at}/action_id`, element.action_id, { min: 1, max: 255 });
  checkText(report, `${at}/placeholder`, element.placeholder, { max: 150, plain: true, optional: true });
  checkConfirm(report, `${at}/confirm`, element.confirm);
  const options = optionsAllowed[element.type];
  if (element.type === 'button') checkButton(report, at, element);
  else if (options !== undefined) checkOptions(report, at, element, options);
  else if (!otherElements.has(element.type)) report(at, `unsupported type: ${element.type}`);
  if (element.type === 'image') {
    if (typeof element.alt_text !== 'string') report(`${at}/alt_text`, 'missing required field');
  }
  if (element.type === 'conversations_select') checkConversations(report, at, element);
  if (element.type === 'plain_text_input') checkInputElement(report, at, element);
  if (element.type === 'timepicker')
    checkPattern(report, `${at}/initial_time`, element.initial_time, /^\d\d:\d\d$/);
  if (element.type === 'datepicker') {
    checkPattern(report, `${at}/initial_date`, element.initial_date, /^\d{4}-\d\d-\d\d$/);
  }
}

const conversationKinds = ['im', 'mpim', 'private', 'public'];

/** https://docs.slack.dev/reference/block-kit/composition-objects/conversation-filter-object */
function checkConversations(report: Report, at: string, { filter, initial_conversation }: Element): void {
  checkPattern(report, `${at}/initial_conversation`, initial_conversation, /^[CDG][A-Z0-9]+$/);
  if (filter === undefined) return;
  const { include } = filter as Fields;
  const kinds = include === undefined ? [] : checkItems(report, `${at}/filter/include`, include, 1, 4);
  if (!kinds.every((kind) => conversationKinds.includes(String(kind))))
    report(`${at}/filter/include`, 'has an unknown kind of conversation');
}

function checkInputElement(report: Report, at: string, element: Element): void {
  const max = element.max_length;
  if (max !== undefined && !(typeof max === 'number' && max >= 1 && max <= 3000)) {
    report(`${at}/max_length`, 'must be between 1 and 3000');
  }
  checkLength(report, `${at}/initial_value`, element.initial_value, {
    max: typeof max === 'number' ? max : 3000,
  });
}

function checkPattern(report: Report, at: string, value: unknown, pattern: RegExp): void {
  if (value !== undefined && !pattern.test(String(value))) report(at, 'has an invalid format');
}
