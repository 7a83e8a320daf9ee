import type { Address, MessageRef } from '../../src/chat/delivery.ts';

/** A message on Slack: a channel and a timestamp, which is also its name there. */
export interface Place {
  readonly channel: string;
  readonly ts: string;
}

const channel = /^[CDG][A-Z0-9]+$/;
const place = /^([CDG][A-Z0-9]+)\/(\d+\.\d+)$/;

/** An address on Slack is the channel of the direct messages with a person. */
export function toAddress(directChannel: string): Address {
  return directChannel;
}

/** Null for an address that this adapter did not write. */
export function channelOf(address: Address | null): string | null {
  return address !== null && channel.test(address) ? address : null;
}

export function toMessageRef({ channel, ts }: Place): MessageRef {
  return `${channel}/${ts}`;
}

/** Null for a reference that this adapter did not write. */
export function placeOf(ref: MessageRef): Place | null {
  const [, channel, ts] = place.exec(ref) ?? [];
  return channel === undefined || ts === undefined ? null : { channel, ts };
}
