/** What's wrong in a form of the playground's, as a chat client would say it. */
export const words = {
  fillIn: 'Please fill this in.',
  tooLong: (most: number): string => `At most ${most} characters fit here.`,
  pickOne: 'Please pick one of these.',
  pickPerson: 'Please pick someone on the ward.',
  tooMany: (most: number): string => `At most ${most} fit here.`,
  notATime: 'Please give a time of day, such as 9:00 AM.',
  notADay: 'Please give a day, such as 2026-12-24.',
} as const;
