/** Slack's numbers, each from its page of Slack's reference. Where Slack cuts silently or refuses, a renderer asks here first. */
export const limits = {
  /** https://docs.slack.dev/reference/block-kit/blocks */
  blocks: { message: 50, view: 100 },
  /** Not documented, met in practice: https://github.com/slackapi/bolt-js/issues/2509 */
  textsOfAMessage: 13_000,
  /** https://docs.slack.dev/reference/methods/chat.update (`msg_too_long`) */
  fallbackText: 4000,
  /** https://docs.slack.dev/reference/block-kit/blocks/header-block */
  heading: 150,
  /** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
  text: 3000,
  /** https://docs.slack.dev/reference/block-kit/blocks/section-block */
  fields: { perSection: 10, text: 2000 },
  /** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
  elementsPerActions: 25,
  /** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
  button: { actionId: 255, label: 75, value: 2000 },
  /** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element and .../option-object */
  select: { options: 100, label: 75, value: 150, placeholder: 150 },
  /** https://docs.slack.dev/reference/views/modal-views and https://docs.slack.dev/surfaces/modals */
  modal: { title: 24, submit: 24, callbackId: 255 },
  /** https://docs.slack.dev/reference/block-kit/blocks/input-block and .../plain-text-input-element */
  input: { id: 255, label: 2000, hint: 2000, text: 3000 },
  /** Rich text has no documented limit of its own: kept below that of a text object. */
  preformatted: 2900,
} as const;

/** Ours, not Slack's: how wide a table may be before a phone would wrap its lines. */
export const tableWidthOnAPhone = 40;

/** https://docs.slack.dev/apis/events-api#responding and .../implementing-slash-commands: an answer within 3 s. */
export const acknowledgeWithinMs = 2500;

/** https://docs.slack.dev/authentication/verifying-requests-from-slack: no request older, or more in the future. */
export const clockSkewSeconds = 5 * 60;

/** Slack's requests are some kilobytes; the largest are views with their state. */
export const requestBytes = 1024 * 1024;

/** The only thing that Slack sends without a signature: `token=…&ssl_check=1`. */
export const checkBytes = 512;

/** A card that Slack would refuse: a mistake of ours, found by the contract suite before a clinician meets it. */
export class BeyondSlack extends Error {
  override readonly name = 'BeyondSlack';
}

/** Refuses what is longer than Slack takes; `what` names the part of the card, never its content. */
export function demand(what: string, length: number, max: number): void {
  if (length > max) throw new BeyondSlack(`${what} is ${length} long, Slack takes ${max}`);
}
