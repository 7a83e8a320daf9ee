import type { DeliverOptions } from '../../src/chat/adapter.ts';
import type { DeliveryResult, Message, Recipient } from '../../src/chat/delivery.ts';
import { isMessageRef, toAddress } from './address.ts';
import { type Conditions, failureOf } from './failures.ts';
import type { Transcripts } from './transcripts.ts';
import { findPerson, type People } from './ward.ts';

interface Platform {
  readonly people: People;
  readonly chats: Transcripts;
  readonly conditions: Conditions;
}

/** One try to bring a message into someone's chat, or to change one that is there. */
export async function deliver(
  { people, chats, conditions }: Platform,
  { person }: Recipient,
  { card }: Message,
  { replaces }: DeliverOptions,
): Promise<DeliveryResult> {
  const failure = failureOf(conditions.blockedBy.has(person.id) ? 'blocked' : conditions.fault);
  const { deliveryMs } = conditions;
  if (deliveryMs > 0) await new Promise((resolve) => setTimeout(resolve, deliveryMs));
  if (failure !== null) return failure;
  if (findPerson(people, person.id) === null) return { ok: false, why: 'unreachable', code: 'nobody' };
  const address = toAddress(person.id);
  if (replaces === undefined) return { ok: true, ref: chats.post(person.id, card, false), address };
  if (!isMessageRef(replaces)) return { ok: false, why: 'rejected', code: 'not_a_playground_message' };
  return chats.replace(person.id, replaces, card)
    ? { ok: true, ref: replaces, address }
    : { ok: false, why: 'rejected', code: 'message_not_found' };
}
