/** What is said on every platform, where the core itself could not. */
export const words = {
  bug: 'Something went wrong on my side. Please try again in a minute.',
} as const;
