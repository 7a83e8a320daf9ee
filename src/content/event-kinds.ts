/** What an event was, as referrals and supporters' cards have it. Their words are a hospital's own. */
export const eventKinds = [
  'event-error',
  'event-death',
  'event-violence',
  'event-complaint',
  'event-other',
] as const;

export type EventKind = (typeof eventKinds)[number];
