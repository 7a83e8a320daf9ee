import type { DeliverOptions } from '../../src/chat/adapter.ts';
import type { DeliveryResult, Message, MessageRef, Recipient } from '../../src/chat/delivery.ts';
import type { PersonRef } from '../../src/chat/person.ts';
import { type Place, placeOf, postedOf, toAddress, toMessageRef } from './address.ts';
import type { Attempt, Calls } from './calls.ts';
import type { ConversationPace } from './conversation-pace.ts';
import type { Failure } from './failures.ts';
import { asDelivered, asMessage } from './message.ts';
import { patienceMs } from './patience.ts';
import { renderCard } from './render-card.ts';
import type { ServiceUrls } from './service-url.ts';

/** What a delivery goes through. */
export interface Ways {
  readonly calls: Calls;
  readonly pace: ConversationPace;
  readonly serviceUrls: ServiceUrls;
  /** `28:<app id>`: how the bot is named where nobody has named it yet. */
  readonly bot: string;
}

/** One try to bring a message to a person, or to change one that is there. Throws for a card that can't be rendered. */
export async function deliver(
  ways: Ways,
  to: Recipient,
  message: Message,
  { replaces }: DeliverOptions,
): Promise<DeliveryResult> {
  const content = asMessage(asDelivered(renderCard(message.card)));
  const delivered = await ways.calls.within(patienceMs, () =>
    replaces === undefined ? send(ways, to, content) : change(ways, to, content, replaces),
  );
  if (!delivered.ok) return delivered;
  const { place, ref } = delivered.value;
  return { ok: true, ref, address: toAddress(place) };
}

interface Delivered {
  readonly place: Place;
  readonly ref: MessageRef | null;
}

/** Into the chat that is known, unless it's gone; else into the one that Microsoft opens for them. */
async function send(ways: Ways, to: Recipient, content: object): Promise<Attempt<Delivered>> {
  const known = placeOf(to.address);
  if (known === null) {
    const opened = await open(ways, to.person, ways.serviceUrls.of(to.person.workspace));
    return opened.ok ? post(ways, opened.value, content) : opened;
  }
  const usable = ifUsable(ways, known);
  if (!usable.ok) return usable;
  const posted = await post(ways, known, content);
  if (posted.ok || posted.why !== 'unreachable' || posted.mayPass !== true) return posted;
  const opened = await open(ways, to.person, known.serviceUrl);
  if (!opened.ok) return opened;
  // The very chat that wasn't found: it'll be found again, or it won't.
  if (opened.value.conversation === known.conversation) return posted;
  return post(ways, opened.value, content);
}

async function post(ways: Ways, place: Place, content: object): Promise<Attempt<Delivered>> {
  const held = holdBack(ways.pace, place.conversation);
  if (held !== null) return held;
  const posted = await ways.calls.post(place, content);
  if (!posted.ok) return posted;
  const { conversation } = place;
  const ref = posted.value === '' ? null : toMessageRef({ conversation, activity: posted.value });
  return { ok: true, value: { place, ref } };
}

async function change(
  ways: Ways,
  to: Recipient,
  content: object,
  ref: MessageRef,
): Promise<Attempt<Delivered>> {
  const posted = postedOf(ref);
  if (posted === null) return { ok: false, why: 'rejected', code: 'not_a_teams_message' };
  const place = placeOf(to.address);
  if (place === null) return unreachable('no_address');
  const known = ifUsable(ways, place);
  if (!known.ok) return known;
  const held = holdBack(ways.pace, posted.conversation);
  if (held !== null) return held;
  const at = { ...place, conversation: posted.conversation };
  const changed = await ways.calls.change(at, posted.activity, content);
  return changed.ok ? { ok: true, value: { place, ref } } : changed;
}

/** The chat with someone, as Microsoft opens it by their Entra object id. */
async function open(ways: Ways, person: PersonRef, serviceUrl: string | null): Promise<Attempt<Place>> {
  if (serviceUrl === null) return unreachable('no_address');
  const { workspace: tenant, id: user } = person;
  const opened = await ways.calls.open({ serviceUrl, tenant, person: user });
  // Nothing of the message was seen: what Microsoft refuses is the person.
  if (!opened.ok) return opened.why === 'rejected' ? unreachable(opened.code) : opened;
  const conversation = opened.value;
  if (conversation === '') return { ok: false, why: 'temporary', code: 'incomplete_answer' };
  return { ok: true, value: { serviceUrl, conversation, bot: ways.bot, user, tenant } };
}

/** The bot's token goes nowhere but to Microsoft, whatever has been stored. */
function ifUsable({ serviceUrls }: Ways, place: Place): Attempt<Place> {
  if (place.removed === true) return unreachable('removed');
  if (!serviceUrls.allows(place.serviceUrl)) return unreachable('service_url_not_allowed');
  return { ok: true, value: place };
}

function holdBack(pace: ConversationPace, conversation: string): Failure | null {
  const retryAfterMs = pace.take(conversation);
  if (retryAfterMs === 0) return null;
  return { ok: false, why: 'rate-limited', code: 'conversation_pace', retryAfterMs, holds: 'recipient' };
}

function unreachable(code: string): Failure {
  return { ok: false, why: 'unreachable', code };
}
