import type { Database } from '../../../src/db/schema.ts';
import { isSettled } from '../../../src/playground/ward-store.ts';
import { until } from '../hospital.ts';
import type { OpenView } from '../open-view.ts';

/** Whoever a story is about; their names are the same on every platform. */
export type Who = 'ana' | 'ben' | 'chidi' | 'elif' | 'wil';

export const cast = {
  ana: { name: 'Ana Silva', zone: 'America/New_York' },
  ben: { name: 'Ben Okafor', zone: 'America/New_York' },
  chidi: { name: 'Chidi Eze', zone: 'America/New_York' },
  elif: { name: 'Elif Kaya', zone: 'America/Los_Angeles' },
  /** The administrator. */
  wil: { name: 'Wil Park', zone: 'America/New_York' },
} as const satisfies Record<Who, { readonly name: string; readonly zone: string }>;

/** Where every story begins: a Wednesday, ten in New York. */
export const wednesday = '2026-12-02T15:00:00Z';

/** One platform with Buddy on it: the real composition over its own HTTP contract, on a clock that the story moves. */
export interface Stage {
  /** The story's own look into the database. */
  readonly db: Database;
  person(who: Who): Actor;
  /** The clock goes forward to there, and what is due happens: planned, sent and recorded. */
  goTo(instant: string): Promise<void>;
  /** Waits until nothing is left to send right now. */
  settled(): Promise<void>;
  /** Fails when Buddy sent something that the platform could not show. */
  close(): Promise<void>;
}

/** Does what people do on the platform, and sees what they would see there. */
export interface Actor {
  /** Says a command without the platform's way of calling Buddy; resolves with the private answer. */
  says(command: string): Promise<Shown>;
  /** Says free words, in whatever way reaches Buddy. */
  writes(words: string): Promise<Shown>;
  invites(other: Who): Promise<Shown>;
  /** Presses the first button whose id begins so, as it was shown then: it may be gone by now. */
  presses(where: Shown, button: string): Promise<void>;
  /** Presses a button that opens a view, and gets it. */
  opensView(where: Shown, button: string): Promise<OpenView>;
  /** Fills in the form that a press has opened. */
  fillsIn(answers: Readonly<Record<string, string>>): Promise<void>;
  /** Buddy's messages, oldest first, each as it stands now. Private answers are none. */
  inbox(): Promise<readonly Shown[]>;
}

/** Something that Buddy said, as it stood when it was looked at. */
export interface Shown {
  readonly text: string;
  /** The ids of its buttons, in reading order. */
  readonly buttons: readonly string[];
}

/** How what a platform shows is read. */
export interface Reading<Native> {
  textOf(native: Native): string;
  buttonsOf(native: Native): readonly { readonly id: string }[];
}

/** Remembers what each thing shown is on the platform, so that it can be pressed. */
export class Showings<Native> {
  private readonly natives = new WeakMap<Shown, Native>();
  private readonly reading: Reading<Native>;

  constructor(reading: Reading<Native>) {
    this.reading = reading;
  }

  readonly show = (native: Native): Shown => {
    const { textOf, buttonsOf } = this.reading;
    const shown = { text: textOf(native), buttons: buttonsOf(native).map(({ id }) => id) };
    this.natives.set(shown, native);
    return shown;
  };

  /** What somebody saw as the answer to what they did. */
  shownBy(answer: { readonly shown: Native | null; readonly status: number; readonly text: string }): Shown {
    if (answer.shown === null) throw new Error(`Buddy showed nothing: ${answer.status} ${answer.text}`);
    return this.show(answer.shown);
  }

  nativeOf(shown: Shown): Native {
    const native = this.natives.get(shown);
    if (native === undefined) throw new Error('That was not shown on this stage.');
    return native;
  }
}

/** Closes the house that the platform is played for; fails when Buddy sent something that could not be shown there. */
export async function closeUncomplaining(
  house: { close(): Promise<void> },
  { complaints }: { readonly complaints: readonly string[] },
): Promise<void> {
  await house.close();
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
}

/** The id that begins so; throws where there was none to press. */
export function buttonOn(shown: Shown, prefix: string): string {
  const id = shown.buttons.find((button) => button.startsWith(prefix));
  if (id === undefined) throw new Error(`No button ${prefix}; there is: ${shown.buttons.join(', ')}`);
  return id;
}

/** `now` is read anew at each look: the clock goes on meanwhile. */
export async function untilSettled(db: Database, now: () => Promise<number>): Promise<void> {
  await until(async () => isSettled(db, await now()));
}
