export const words = {
  meeting: {
    heading: (day: string): string => `Peer supporters meet on ${day}`,
    today: 'Peer supporters meet today',
    agenda: 'A short agenda:',
    nothingShared: 'Nobody reports on a conversation there.',
  },
  thanks: {
    heading: 'Thank you',
    text: "All year, colleagues here could count on someone picking up. You're one of the people who make that true. Every supporter gets this, in the same words, and nothing was counted for it.",
    care: "Take care of yourself, too. If you'd like to pause or stop, your card is the place.",
    openCard: 'My card',
  },
};
