import { type Json, object, string } from '../shared/json.ts';

/**
 * The part of an activity by which the SDK finds its way back: nothing of what was said or entered, and nothing that the
 * SDK would refuse to send again for being of another type than it should be.
 */
export function turnActivity(activity: Json): object {
  const { type, id, channelId, serviceUrl, conversation, from, recipient, deliveryMode } = activity;
  const { id: chat, tenantId } = object(conversation);
  return {
    type,
    serviceUrl,
    ...text('id', id),
    channelId: string(channelId) || 'msteams',
    conversation: { id: chat, ...text('tenantId', tenantId) },
    from: { id: object(from).id },
    recipient: { ...text('id', object(recipient).id) },
    // A press has an answer of its own.
    ...(type === 'message' ? text('deliveryMode', deliveryMode) : {}),
  };
}

function text(name: string, value: unknown): object {
  return string(value) === '' ? {} : { [name]: value };
}
