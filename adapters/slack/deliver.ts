import type { DeliverOptions } from '../../src/chat/adapter.ts';
import type { DeliveryResult, Message, Recipient } from '../../src/chat/delivery.ts';
import { channelOf, placeOf, toAddress, toMessageRef } from './address.ts';
import type { Attempt, Calls } from './calls.ts';
import type { Failure } from './failures.ts';
import { renderMessage, type SlackContent } from './render-card.ts';

const patienceMs = 10_000;

/** One try to bring a message to a person, or to change one that is there. */
export function deliver(
  calls: Calls,
  to: Recipient,
  message: Message,
  { replaces }: DeliverOptions,
): Promise<DeliveryResult> {
  const content = renderMessage(message.card);
  return calls.within(patienceMs, () =>
    replaces === undefined ? send(calls, to, content) : change(calls, replaces, content),
  );
}

async function send(calls: Calls, to: Recipient, content: SlackContent): Promise<DeliveryResult> {
  const announcedIn = channelOf(to.person.id);
  if (announcedIn !== null) return post(calls, announcedIn, content);
  const known = channelOf(to.address);
  if (known !== null) {
    const result = await post(calls, known, content);
    if (result.ok || result.code !== 'channel_not_found') return result;
  }
  const channel = await openChannel(calls, to.person.id);
  return channel.ok ? post(calls, channel.value, content) : channel;
}

async function openChannel(calls: Calls, user: string): Promise<Attempt<string>> {
  const opened = await calls.attempt((web) => web.conversations.open({ users: user }));
  if (!opened.ok) return opened;
  const id = channelIn(opened.value.channel?.id);
  return id === null ? incomplete : { ok: true, value: id };
}

async function post(calls: Calls, channel: string, content: SlackContent): Promise<DeliveryResult> {
  const message = { channel, ...content, unfurl_links: false, unfurl_media: false };
  const posted = await calls.attempt((web) => web.chat.postMessage(message));
  return posted.ok ? arrived(channelIn(posted.value.channel) ?? channel, posted.value.ts) : posted;
}

async function change(calls: Calls, replaces: string, content: SlackContent): Promise<DeliveryResult> {
  const place = placeOf(replaces);
  if (place === null) return { ok: false, why: 'rejected', code: 'not_a_slack_message' };
  const changed = await calls.attempt((web) => web.chat.update({ ...place, ...content }));
  return changed.ok ? arrived(place.channel, place.ts) : changed;
}

/** Slack has said yes. Without a place that can be found again the message can't be changed; sent again, it would double. */
function arrived(channel: string, ts: unknown): DeliveryResult {
  const ref = typeof ts === 'string' ? toMessageRef({ channel, ts }) : '';
  return { ok: true, ref: placeOf(ref) === null ? null : ref, address: toAddress(channel) };
}

function channelIn(answer: unknown): string | null {
  return typeof answer === 'string' ? channelOf(answer) : null;
}

/** No channel, so nothing has been sent. */
const incomplete: Failure = { ok: false, why: 'temporary', code: 'incomplete_answer' };
