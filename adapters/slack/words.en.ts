/** The few sentences that belong to Slack's surfaces themselves. */
export const words = {
  notYet: "I'm not ready yet: Slack hasn't confirmed who I am. Please try again in a few minutes.",
  formDidNotOpen: "I couldn't open the form. Please try again.",
  modalTitle: 'Buddy',
  close: 'Close',
  cancel: 'Cancel',
} as const;
