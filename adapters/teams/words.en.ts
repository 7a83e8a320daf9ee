/** The few sentences that belong to Teams itself. */
export const words = {
  onlyInPersonalChat:
    'I answer in the personal chat only, where nobody else reads along. Select my name here to open it.',
  /** One line at a pressed card, for a moment. */
  done: 'That is done already.',
  below: 'My answer is in the chat below.',
  notThrough: 'My answer did not get through. Please try again in a minute.',
  takesAMoment: 'One moment. My answer follows here.',
} as const;
