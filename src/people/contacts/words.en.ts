export const words = {
  /** In place of a name that neither a message nor the platform has told. */
  somebody: 'your colleague',
} as const;
