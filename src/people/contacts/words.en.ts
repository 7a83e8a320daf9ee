export const words = {
  /** In place of a name that nobody has told, or of which nothing can be seen. */
  somebody: 'your colleague',
} as const;
