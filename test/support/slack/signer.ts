import { createHmac } from 'node:crypto';

export const FORM = 'application/x-www-form-urlencoded';

export type Headers = Record<string, string>;

const seconds = () => Math.floor(Date.now() / 1000);

function signature(secret: string, timestamp: number | string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

/** The headers with which Slack sends `body`: signed with the app's secret, at `timestamp` (seconds, now if absent). */
export function signedRequest(
  secret: string,
  body: string,
  options: { readonly timestamp?: number; readonly contentType?: string } = {},
): Headers {
  const timestamp = options.timestamp ?? seconds();
  return {
    'content-type': options.contentType ?? FORM,
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': signature(secret, timestamp, body),
  };
}

/** Headers for `body` that Slack would never send, by what is wrong with them. An app must refuse each with 401. */
export function forgeries(secret: string, body: string, contentType = FORM): Record<string, Headers> {
  const good = signedRequest(secret, body, { contentType });
  const without = (name: string) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));
  const signed = (value: string) => ({ ...good, 'x-slack-signature': value });
  const timestamp = good['x-slack-request-timestamp'] ?? '';
  const right = good['x-slack-signature'] ?? '';
  const stale = signedRequest(secret, body, { contentType, timestamp: seconds() - 6 * 60 });
  return {
    'no headers at all': { 'content-type': contentType },
    'no signature': without('x-slack-signature'),
    'no timestamp': without('x-slack-request-timestamp'),
    'an empty signature': signed(''),
    'a truncated signature': signed(right.slice(0, -2)),
    'another version': signed(right.replace('v0=', 'v1=')),
    'another secret': signedRequest(`${secret}x`, body, { contentType }),
    'an empty secret': signed(signature('', timestamp, body)),
    'the signature of another body': signed(signature(secret, timestamp, `${body} `)),
    'six minutes old': stale,
    'six minutes old with a fresh timestamp': { ...stale, 'x-slack-request-timestamp': timestamp },
    'a timestamp that is no number': { ...good, 'x-slack-request-timestamp': 'now' },
  };
}
