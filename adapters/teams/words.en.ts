/** The few sentences that belong to Teams itself. */
export const words = {
  onlyInPersonalChat: 'I only answer in a private chat. Select my name to open one.',
  /** One line at a pressed card, for a moment. */
  done: "That's already done.",
  below: 'My answer is in the chat below.',
  notThrough: "My answer didn't get through. Please try again in a minute.",
  takesAMoment: 'One moment. My answer follows here.',
  /** In a dialog, where nothing can follow. */
  tookTooLong:
    "This took too long, so I can't show it here. It may still have gone through. Close this, and open it again in a minute.",
  /** In the chat, in place of what only a dialog may show. */
  shownApart: "This opens in a window of its own. Only you see it, and it isn't kept in this chat.",
  open: 'Open',
} as const;
