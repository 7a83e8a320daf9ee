import type { ActionData, TaskData } from './action-data.ts';

/**
 * The part of Adaptive Cards 1.5 that Buddy's cards are made of, as plain data; the parser in the tests is the judge of
 * it. https://adaptivecards.io/explorer, and what Teams adds:
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference
 */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  /** Shown where a client can't draw the card. */
  readonly fallbackText: string;
  readonly body: readonly BodyElement[];
}

export const cardContentType = 'application/vnd.microsoft.card.adaptive';

/** The fields of an activity that show a card. */
export interface MessageContent {
  readonly type: 'message';
  /** What a notification and the list of chats say. */
  readonly summary: string;
  readonly attachments: [{ readonly contentType: typeof cardContentType; readonly content: AdaptiveCard }];
}

export type BodyElement =
  | TextBlock
  | RichTextBlock
  | Container
  | ColumnSet
  | Table
  | HorizontalBarChart
  | ActionSet
  | TextInput
  | ChoiceSet
  | TimeInput
  | DateInput;

/** What stands inside of another element: actions do not, so that all of a card's are found in its body. */
export type InnerElement = Exclude<BodyElement, ActionSet>;

interface Placed {
  readonly spacing?: 'none' | 'small' | 'default' | 'medium' | 'large' | 'extraLarge';
  /** A line above the element. */
  readonly separator?: true;
}

export interface TextLook {
  readonly size?: 'small' | 'medium' | 'large';
  readonly weight?: 'bolder';
  readonly isSubtle?: true;
  readonly color?: 'attention';
  readonly fontType?: 'monospace';
}

/** Formats a part of markdown: never for what someone typed. */
export interface TextBlock extends Placed, TextLook {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly style?: 'heading';
}

/** Formats nothing in its words. */
export interface RichTextBlock extends Placed {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
}

export interface TextRun extends TextLook {
  readonly type: 'TextRun';
  readonly text: string;
}

export interface Container extends Placed {
  readonly type: 'Container';
  readonly style?: 'emphasis';
  readonly items: readonly InnerElement[];
}

export interface ColumnSet extends Placed {
  readonly type: 'ColumnSet';
  readonly columns: readonly {
    readonly type: 'Column';
    readonly width: 'auto' | 'stretch';
    readonly items: readonly InnerElement[];
  }[];
}

export interface Table extends Placed {
  readonly type: 'Table';
  readonly columns: readonly { readonly width: number }[];
  readonly showGridLines: boolean;
  readonly rows: readonly TableRow[];
}

/**
 * Teams' own; where a client doesn't know it, it shows the fallback.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards
 */
export interface HorizontalBarChart extends Placed {
  readonly type: 'Chart.HorizontalBar';
  readonly displayMode: 'AbsoluteWithAxis';
  readonly data: readonly { readonly x: string; readonly y: number }[];
  readonly fallback: InnerElement;
}

export interface TableRow {
  readonly type: 'TableRow';
  readonly cells: readonly { readonly type: 'TableCell'; readonly items: readonly InnerElement[] }[];
}

export interface ActionSet extends Placed {
  readonly type: 'ActionSet';
  readonly actions: readonly (ExecuteAction | SubmitAction)[];
}

export interface ExecuteAction {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly tooltip?: string;
  readonly verb: string;
  readonly data: ActionData;
  readonly associatedInputs: 'auto' | 'none';
  readonly style?: 'positive' | 'destructive';
}

/** What opens a dialog from a message, and every action inside of one. */
export interface SubmitAction {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly tooltip?: string;
  readonly data: TaskData;
  readonly associatedInputs: 'auto' | 'none';
  readonly style?: 'positive' | 'destructive';
}

interface Input extends Placed {
  readonly id: string;
  readonly label: string;
  readonly isRequired?: true;
  readonly errorMessage?: string;
  readonly value?: string;
}

export interface TextInput extends Input {
  readonly type: 'Input.Text';
  readonly isMultiline: boolean;
  readonly maxLength: number;
}

export interface ChoiceSet extends Input {
  readonly type: 'Input.ChoiceSet';
  /** `filtered` finds an option by typing a part of it; `expanded` shows each beside a box to tick. */
  readonly style: 'compact' | 'filtered' | 'expanded';
  /** What's picked comes back in one text, with commas between. */
  readonly isMultiSelect?: true;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly placeholder: string;
  readonly wrap: true;
  /** Teams' people picker: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker */
  readonly 'choices.data'?: { readonly type: 'Data.Query'; readonly dataset: 'graph.microsoft.com/users' };
}

export interface TimeInput extends Input {
  readonly type: 'Input.Time';
}

export interface DateInput extends Input {
  readonly type: 'Input.Date';
}
