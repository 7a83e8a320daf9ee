/** What someone fills in, by field; several where several can be picked. */
export type Filling = Readonly<Record<string, string | readonly string[]>>;

/** A view in front of someone, as it stood when it came. Whatever is done in it brings the next one, in its place. */
export interface OpenView {
  /** All its words, the title first, and what must be fixed in it. */
  readonly text: string;
  /** The ids of what can be pressed, in reading order. */
  readonly buttons: readonly string[];
  /** Presses the first button whose id is this, or else begins so. */
  presses(button: string): Promise<OpenView>;
  /** Sends it in. What's left out stays as it was. */
  submits(answers?: Filling): Promise<OpenView>;
}
