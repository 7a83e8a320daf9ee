/** What Buddy says of itself, and when something goes wrong. */
export const words = {
  bug: 'Something went wrong on my side, and nothing was changed. Please try again in a minute.',
  platformAway: 'I could not reach the chat platform just now, so nothing was changed. Please try again in a minute.',
} as const;
