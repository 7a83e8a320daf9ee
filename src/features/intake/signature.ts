import type { IncomingHttpHeaders } from 'node:http';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import type { Secret } from '../../system/secret.ts';

const signedBy = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;

type Signed = Readonly<Record<(typeof signedBy)[number], string>>;

/** The headers of the Standard Webhooks scheme; null where one is missing. */
export function signedHeaders(headers: IncomingHttpHeaders): Signed | null {
  const found = Object.fromEntries(signedBy.map((name) => [name, headers[name]]));
  return Object.values(found).every((one) => typeof one === 'string' && one !== '')
    ? (found as Signed)
    : null;
}

/** Whether one of these secrets signed it, as they stand by then, at most five minutes from now by the real time. */
export function createSignatures(
  secrets: Secret<readonly string[]>,
): (body: Buffer, headers: Signed) => boolean {
  let known: readonly string[] = [];
  let webhooks: readonly Webhook[] = [];
  const isSignedNow = (body: Buffer, headers: Signed): boolean => {
    if (known !== secrets.value) webhooks = secrets.value.map((secret) => new Webhook(secret));
    known = secrets.value;
    return webhooks.some((webhook) => isSigned(webhook, body, headers));
  };
  return (body, headers) =>
    isSignedNow(body, headers) || (secrets.insteadOf(known) !== null && isSignedNow(body, headers));
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
