export const words = {
  held: { asks: 'Kept since you erased everything' },
  heldAsks: {
    invitation: (count: number, until: string): string =>
      `that you sent ${count === 1 ? 'an invitation' : `${count} invitations`}, not to whom, until ${until}`,
    checkin: (count: number, until: string): string =>
      `that you asked for ${count === 1 ? 'a check-in' : `${count} check-ins`}, not whom, until ${until}`,
  },
} as const;
