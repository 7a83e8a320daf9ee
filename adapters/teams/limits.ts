/** Teams' numbers, each from where it is written down. What Teams refuses or does not show, a renderer asks here first. */
export const limits = {
  /**
   * The recommended 80 KB of the 100 that a bot's message may have, "encoded as UTF-16", so two bytes a character.
   * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
   */
  messageBytes: 80 * 1024,
  /** Of these, for what the sender adds to a card: ids, names and a service URL. */
  envelopeBytes: 4 * 1024,
  /**
   * An ActionSet shows six, and a card may have several; not documented, met in practice:
   * https://github.com/atc0005/go-teams-notify/issues/161
   */
  actionsPerSet: 6,
  /** Slack's, which is less than Teams shows: a title is the same everywhere. */
  dialogTitle: 24,
} as const;

/**
 * Ours, where Teams only cuts without a word: how much fits on a phone 360 px wide, and what is pleasant to read. A
 * button takes its margins and so much a letter of the row's width, all in px. Buttons share a row only where they fit
 * into it for someone who reads larger text, too.
 */
export const onAPhone = {
  buttonRow: { width: 312, button: 40, letter: 7, largerText: 1.4 },
  /** In letters. */
  buttonLabel: 60,
  optionLabel: 100,
  tableWidth: 40,
} as const;

/** A list longer than this is found by typing rather than by scrolling. */
export const optionsToScroll = 9;

/** How much of a message its notification repeats. */
export const summaryLength = 1000;

/**
 * Within what time a request is answered, whatever still goes on. Teams shows an error at a pressed card after 5 s:
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/overview
 */
export const answerWithinMs = { invoke: 4000, message: 8000 } as const;

/** Activities are some kilobytes; the largest are forms with what was entered, and messages with pasted text. */
export const requestBytes = 256 * 1024;

/** How deep an activity's parts may be nested: a dozen is what Teams sends. */
export const requestDepth = 40;

/** A card that Teams would refuse or cut: a mistake of ours, found by the contract suite before a clinician meets it. */
export class BeyondTeams extends Error {
  override readonly name = 'BeyondTeams';
}

/** Refuses what is more than Teams takes; `what` names the part of the card, never its content. */
export function demand(what: string, amount: number, max: number): void {
  if (amount > max) throw new BeyondTeams(`${what} is ${amount}, Teams takes ${max}`);
}
