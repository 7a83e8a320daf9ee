export const words = {
  held: { language: 'Language you chose' },
  chosen: (language: string, since: string): string => `${language}, since ${since}`,
} as const;
