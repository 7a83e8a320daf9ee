/** The few sentences that belong to Teams itself. */
export const words = {
  onlyInPersonalChat: 'I only answer in a private chat. Select my name to open one.',
  /** One line at a pressed card, for a moment. */
  done: "That's already done.",
  below: 'My answer is in the chat below.',
  notThrough: "My answer didn't get through. Please try again in a minute.",
  takesAMoment: 'One moment. My answer follows here.',
} as const;
