/** Every key of a message that passes on, from one of a pair to the other, that they could use a check-in. */
export function reachesOf(pairId: string): string {
  return `reach:${pairId}:`;
}

/** The same, to one of the two. */
export function reachesTo(pairId: string, recipientId: string): string {
  return `${reachesOf(pairId)}${recipientId}:`;
}

/** Whom such a key is about; null for any other key. */
export function readReachKey(
  key: string,
): { readonly pairId: string; readonly recipientId: string; readonly id: string } | null {
  const [kind, pairId = '', recipientId = '', id = ''] = key.split(':');
  return kind === 'reach' && id !== '' ? { pairId, recipientId, id } : null;
}
