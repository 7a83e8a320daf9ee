export const words = {
  /** In place of a name that Buddy hasn't been told, or one with nothing to see in it. */
  someone: 'your colleague',

  held: { app: 'That you have the app' },
  app: (since: string, told: string, unreachable: string | null): string =>
    [
      `since ${since}`,
      ...(told === '' ? [] : [`as ${told}`]),
      ...(unreachable === null ? [] : [`not reachable since ${unreachable}`]),
    ].join('; '),
} as const;
