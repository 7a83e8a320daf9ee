/** https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages#get-the-conversation-id-user-id-or-channel-id */
const allowed: ReadonlySet<string> = new Set([
  'https://smba.trafficmanager.net',
  'https://smba.infra.gcc.teams.microsoft.com',
]);

const ofThisMachine: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost']);

/** For a person that Buddy was never in touch with, before any tenant has told its own. */
const globalServiceUrl = 'https://smba.trafficmanager.net/teams/';

/** A bot serves few tenants, mostly one; local clients can make up any number. */
const rememberAtMost = 1000;

/**
 * Whether this is Microsoft's connector, where the bot's token may be sent. In local mode this machine is as well, on any
 * port.
 */
export function isServiceUrlAllowed(serviceUrl: unknown, isLocal: boolean): serviceUrl is string {
  // Parsers disagree about these, and Microsoft writes none of them.
  if (typeof serviceUrl !== 'string' || /[\\\s@]/.test(serviceUrl)) return false;
  const url = URL.parse(serviceUrl);
  if (url === null) return false;
  if (allowed.has(url.origin)) return true;
  return isLocal && ofThisMachine.has(url.hostname) && ['http:', 'https:'].includes(url.protocol);
}

/** Where Microsoft's connector is for each tenant, as this process was last told. */
export class ServiceUrls {
  private readonly isLocal: boolean;
  private readonly seen = new Map<string, string>();

  constructor(isLocal: boolean) {
    this.isLocal = isLocal;
  }

  allows(serviceUrl: unknown): serviceUrl is string {
    return isServiceUrlAllowed(serviceUrl, this.isLocal);
  }

  /** An authentic activity of this tenant (in lower case) came with this URL. */
  remember(tenant: string, serviceUrl: string): void {
    if (this.seen.size < rememberAtMost || this.seen.has(tenant)) this.seen.set(tenant, serviceUrl);
  }

  /** Null where there is none to be sure of: in local mode nothing goes to Microsoft. */
  of(tenant: string): string | null {
    return this.seen.get(tenant) ?? (this.isLocal ? null : globalServiceUrl);
  }
}
