import { createHmac, randomUUID } from 'node:crypto';

/** What an incident-report system sends, signed as the scheme says it: written apart from the library that Buddy reads it with. */
export class IncidentSystem {
  readonly secret: Buffer;
  private readonly url: () => string;

  constructor(url: () => string, secret: Buffer) {
    this.url = url;
    this.secret = secret;
  }

  headers(body: string, { id = randomUUID() as string, offsetSeconds = 0 } = {}): Record<string, string> {
    const at = Math.floor(Date.now() / 1000) + offsetSeconds;
    const hmac = createHmac('sha256', this.secret).update(`${id}.${at}.${body}`);
    return {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(at),
      'webhook-signature': `v1,${hmac.digest('base64')}`,
    };
  }

  /** Signed and sent: what's answered. */
  async reports(report: unknown, options: { id?: string; offsetSeconds?: number } = {}): Promise<Answered> {
    const body = typeof report === 'string' ? report : JSON.stringify(report);
    return this.sends(body, this.headers(body, options));
  }

  async sends(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>): Promise<Answered> {
    const response = await fetch(`${this.url()}/support/referrals`, { method: 'POST', body, headers });
    const text = await response.text();
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      body: text === '' ? null : JSON.parse(text),
    };
  }
}

export interface Answered {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: unknown;
}

/** As an operator writes it. */
export function asWritten(secret: Buffer): string {
  return `whsec_${secret.toString('base64')}`;
}

/** One colleague of one event. */
export const aReport = {
  kind: 'event-error',
  soon: 'today',
  people: [{ name: 'Elif Kaya', contact: '617-555-0142' }],
} as const;
