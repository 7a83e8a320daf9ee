export const words = {
  held: { asks: 'Asked earlier' },
  heldAsks: {
    invitation: (count: number, until: string): string =>
      `${count === 1 ? 'an invitation' : `${count} invitations`} you sent before you erased everything or unlinked this account. Who got them isn't kept. The last is gone after ${until}`,
    checkin: (count: number, until: string): string =>
      `${count === 1 ? 'a check-in' : `${count} check-ins`} you asked for before you erased everything. Who you asked isn't kept. The last is gone after ${until}`,
  },
} as const;
