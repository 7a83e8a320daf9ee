import type { IncomingHttpHeaders } from 'node:http';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';

const signedBy = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;

type Signed = Readonly<Record<(typeof signedBy)[number], string>>;

/** The headers of the Standard Webhooks scheme; null where one is missing. */
export function signedHeaders(headers: IncomingHttpHeaders): Signed | null {
  const found = Object.fromEntries(signedBy.map((name) => [name, headers[name]]));
  return Object.values(found).every((one) => typeof one === 'string' && one !== '')
    ? (found as Signed)
    : null;
}

/** Whether one of these secrets signed it, at most five minutes from now by the real time. */
export function createSignatures(secrets: readonly string[]): (body: Buffer, headers: Signed) => boolean {
  const webhooks = secrets.map((secret) => new Webhook(secret));
  return (body, headers) => webhooks.some((webhook) => isSigned(webhook, body, headers));
}

/** The library says by throwing that it isn't. */
function isSigned(webhook: Webhook, body: Buffer, headers: Signed): boolean {
  try {
    webhook.verify(body, headers, { jsonParse: false });
    return true;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false;
    throw error;
  }
}
