import type { Address, MessageRef } from '../../src/chat/delivery.ts';
import { objectIn } from '../shared/json.ts';

/** The personal chat with someone, as Microsoft names it. `user` and `bot` are ids within the chat. */
export interface Place {
  readonly serviceUrl: string;
  readonly conversation: string;
  readonly bot: string;
  readonly user: string;
  readonly tenant: string;
  /** The person has removed Buddy: nothing can be sent. */
  readonly removed?: true;
}

/** A message on Teams: its chat, and its id in there. */
export interface Posted {
  readonly conversation: string;
  readonly activity: string;
}

const parts = ['serviceUrl', 'conversation', 'bot', 'user', 'tenant'] as const;

export function toAddress({ serviceUrl, conversation, bot, user, tenant, removed }: Place): Address {
  const place: Place = { serviceUrl, conversation, bot, user, tenant };
  return JSON.stringify(removed ? { ...place, removed } : place);
}

/** Null for an address that this adapter did not write. Local clients name neither bot nor tenant. */
export function placeOf(address: Address | null): Place | null {
  const json = address === null ? {} : objectIn(address);
  const [serviceUrl, conversation, bot, user, tenant] = parts.map((part) => json[part]);
  if (!isText(serviceUrl) || !isText(conversation) || !isText(user)) return null;
  if (typeof bot !== 'string' || typeof tenant !== 'string') return null;
  const place: Place = { serviceUrl, conversation, bot, user, tenant };
  return json.removed === true ? { ...place, removed: true } : place;
}

const scheme = 'teams:';

/** The ids can hold any character, a slash as well: neither leaves its half. */
export function toMessageRef({ conversation, activity }: Posted): MessageRef {
  return `${scheme}${half(conversation)}/${half(activity)}`;
}

/** Null for a reference that this adapter did not write. */
export function postedOf(ref: MessageRef): Posted | null {
  if (!ref.startsWith(scheme)) return null;
  const halves = ref.slice(scheme.length).split('/');
  const [conversation, activity] = halves.map(idIn);
  if (!conversation || !activity || halves.length !== 2) return null;
  return { conversation, activity };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function half(id: string): string {
  return id.replaceAll('%', '%25').replaceAll('/', '%2F');
}

function idIn(half: string): string | null {
  if (/%(?!25|2F)/.test(half)) return null;
  return half.replaceAll('%2F', '/').replaceAll('%25', '%');
}
