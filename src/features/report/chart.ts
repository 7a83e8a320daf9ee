/** What a picture shows, without how it's drawn. */
export type Chart = BarChart | LineChart;

/** Bars from left to right, each with its value above it. */
export interface BarChart {
  readonly type: 'bars';
  readonly bars: readonly Bar[];
  /** Where the scale ends; without it, at the highest value. */
  readonly highest?: number;
}

export interface Bar {
  readonly label: string;
  /** Null for what isn't shown. */
  readonly value: number | null;
  /** What `value` is a part of, drawn behind it. */
  readonly whole?: number;
  /** What stands above the bar. */
  readonly said: string;
}

/** Shares in percent over the months, a line for each group that began together. */
export interface LineChart {
  readonly type: 'lines';
  readonly lines: readonly Line[];
  readonly months: (months: number) => string;
  readonly percent: (percent: number) => string;
}

export interface Line {
  readonly label: string;
  readonly points: readonly { readonly months: number; readonly percent: number }[];
}

/** A picture with everything that says the same in words and numbers. */
export interface Picture {
  readonly id: string;
  readonly title: string;
  /** What it shows, in one sentence. */
  readonly reading: string;
  /** Null while there's nothing to draw. */
  readonly chart: Chart | null;
  /** What isn't shown in it, and what its signs mean. */
  readonly notes: readonly string[];
  readonly table: Table;
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
