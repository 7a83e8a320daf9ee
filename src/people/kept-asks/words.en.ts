export const words = {
  held: { asks: 'Asked earlier' },
  heldAsks: {
    invitation: (count: number, until: string): string =>
      `${count === 1 ? 'an invitation' : `${count} invitations`} you sent before you erased everything or unlinked this account; it isn't kept to whom, and the last is gone after ${until}`,
    checkin: (count: number, until: string): string =>
      `${count === 1 ? 'a check-in' : `${count} check-ins`} you asked for before you erased everything; it isn't kept of whom, and the last is gone after ${until}`,
  },
} as const;
