export const words = {
  /** In place of a name that nobody has told, or of which nothing can be seen. */
  somebody: 'your colleague',

  held: { app: 'That you have the app' },
  app: (since: string, told: string, unreachable: string | null): string =>
    [
      `since ${since}`,
      ...(told === '' ? [] : [`as ${told}`]),
      ...(unreachable === null ? [] : [`not to be reached since ${unreachable}`]),
    ].join('; '),
} as const;
