import type { OutboxStatus } from './table.ts';

const statuses: Record<OutboxStatus, string> = {
  waiting: 'waiting to go out',
  claimed: 'on the way',
  sent: 'sent',
  unreachable: "couldn't reach you",
  failed: 'failed',
  expired: 'too late to send',
};

/** What's held of someone who gets messages. */
export const words = {
  held: {
    messages: 'Messages to you',
    namedIn: 'Messages that name you',
    address: 'Where to reach you',
    linkedAddress: 'Where to reach you, other account',
  },
  messages: (count: number, status: OutboxStatus): string => `${count} ${statuses[status]}`,
  namedIn: (count: number): string => `${count} to others, still on the way`,
  address: 'the address of your chat with Buddy',
} as const;
