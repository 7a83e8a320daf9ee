export const words = {
  /** In place of a name that neither a message nor the platform has told. */
  somebody: 'your colleague',

  held: { app: 'That you have the app' },
  app: (since: string, told: string, unreachable: string | null): string =>
    [
      `since ${since}`,
      ...(told === '' ? [] : [`as ${told}`]),
      ...(unreachable === null ? [] : [`not to be reached since ${unreachable}`]),
    ].join('; '),
} as const;
