import type { Address, MessageRef } from '../../src/chat/delivery.ts';

const ref = /^m(\d+)$/;

/** An address on the ward is a person's id. */
export function toAddress(person: string): Address {
  return person;
}

/** A message is named by its number, which tells nothing of whose it is. */
export function toMessageRef(number: number): MessageRef {
  return `m${number}`;
}

/** False for a reference that this adapter did not write. */
export function isMessageRef(text: MessageRef): boolean {
  return ref.test(text);
}
