import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { post, type Raw } from '../slack/http-route.ts';
import type { Api } from './api-server.ts';
import type { Signers } from './assertion.ts';
import type { Fault, Faults } from './faults.ts';
import { guid } from './ids.ts';
import type { Account } from './login.ts';
import { Person } from './person.ts';
import { standInVariable } from './reroute.ts';
import type { Identity, Tenant } from './tenant.ts';
import { openHeaders, teamsHeaders } from './tokens.ts';
import type { Call, Fields, Message, PersonRecord, Sent } from './types.ts';

const MESSAGES_PATH = '/api/messages';
const QUIET_TURNS = 10;

/** A Teams tenant with one bot: its connector, its login, its people, and whatever can go wrong in between. */
export class Teams {
  readonly host: string;
  /** Where the bot answers: the connector of Teams, or of this machine where nothing is authenticated. */
  readonly serviceUrl: string;
  /** Set by everything that was sent to the bot; what `redeliver` and `replay` send again. */
  lastRequest: Sent | undefined;
  private readonly tenant: Tenant;
  private readonly faults: Faults;
  private readonly api: Api;
  private readonly account: Account | null;
  private readonly patienceMs: number;
  private readonly close: () => Promise<void>;
  private base: URL | undefined;

  constructor(parts: {
    host: string;
    serviceUrl: string;
    tenant: Tenant;
    faults: Faults;
    api: Api;
    account: Account | null;
    patienceMs: number;
    close: () => Promise<void>;
  }) {
    this.host = parts.host;
    this.serviceUrl = parts.serviceUrl;
    this.tenant = parts.tenant;
    this.faults = parts.faults;
    this.api = parts.api;
    this.account = parts.account;
    this.patienceMs = parts.patienceMs;
    this.close = parts.close;
  }

  get identity(): Identity {
    return this.tenant.identity;
  }

  /** The environment with which the program serves this tenant. */
  env(): Record<string, string> {
    const { appId, tenantId } = this.identity;
    if (this.account === null) return { TEAMS_LOCAL_NO_AUTH: 'true', MicrosoftAppTenantId: tenantId };
    return {
      MicrosoftAppId: appId,
      MicrosoftAppPassword: this.account.passwords.at(-1) ?? '',
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: tenantId,
    };
  }

  /** From now on these secrets are good, and none that was before. */
  setPasswords(...passwords: string[]): void {
    this.account?.passwords.splice(0, Number.POSITIVE_INFINITY, ...passwords);
  }

  /** By what else the bot may prove who it is, as it's set in the app registration. */
  get signers(): Signers {
    if (this.account === null) throw new Error('nobody has to prove anything here');
    return this.account.signers;
  }

  /** What a process of its own needs beside, so that its calls to Microsoft come here. */
  rerouting(): Record<string, string> {
    const preload = pathToFileURL(join(import.meta.dirname, 'reroute.ts')).href;
    return { NODE_OPTIONS: `--import=${preload}`, [standInVariable]: `http://${this.host}` };
  }

  /** Where the bot listens from now on. */
  connectTo(base: string | URL): void {
    this.base = new URL(base);
  }

  /** Someone of the tenant, added or changed by `about`. `who` is an object id, or words that one is made of. */
  person(who: string, about?: Partial<Omit<PersonRecord, 'objectId'>>): Person {
    const id = guid(who);
    if (about || !this.tenant.people.has(id)) this.tenant.putPerson(id, { name: who, ...about });
    const send = (activity: Fields) => this.send(activity);
    return new Person({ tenant: this.tenant, serviceUrl: this.serviceUrl, send }, id);
  }

  /** The bot's messages in a channel or a group. */
  messagesIn(conversation: string): Message[] {
    return this.tenant.messagesIn(conversation);
  }

  get calls(): readonly Call[] {
    return this.tenant.calls;
  }

  callsOf(method: string, to?: string): Call[] {
    return this.calls.filter((call) => call.method === method && (to === undefined || call.to === to));
  }

  /** What the bot sent that Teams could not show, and who it called that is not there. A healthy bot leaves it empty. */
  get complaints(): readonly string[] {
    return this.tenant.complaints;
  }

  /** The most messages under way at once. Set `latencyMs`, lest each be over before the next begins. */
  get maxInFlight(): number {
    return this.api.maxInFlight;
  }

  /** How long every answer takes; calls take effect at once all the same. 0 at the start. */
  set latencyMs(ms: number) {
    this.api.latencyMs = ms;
  }

  /**
   * Scripts a fault of one of the connector's operations (`sendToConversation`, `replyToActivity`, `updateActivity`,
   * `createConversation`, `getConversationMember` …), of `post` (both that make a message), of `*` (the whole connector),
   * or of the login (`login.token`, `login.metadata`, `login.keys`).
   */
  fault(method: string, fault: Fault): void {
    this.faults.add(method, fault);
  }

  /** Answers 429 to what is more than Teams takes, in one chat or of the whole tenant. */
  enforceRate(): void {
    this.api.rate.enforce();
  }

  clearFaults(): void {
    this.faults.clear();
  }

  /** Waits until the bot has called nobody for a moment: what it does after its answer has arrived then. */
  async quiet(): Promise<void> {
    // Counted in turns of the event loop, not by the clock alone: a busy machine is slow in both.
    for (let [idle, seen] = [0, this.calls.length]; idle < QUIET_TURNS; idle += 1) {
      await sleep(5);
      if (this.api.underWay > 0 || this.calls.length > seen) [idle, seen] = [0, this.calls.length];
    }
  }

  /** The headers with which Teams sends an activity. */
  headers(serviceUrl = this.serviceUrl): Record<string, string> {
    if (this.account === null) return openHeaders;
    return teamsHeaders({ appId: this.identity.appId, serviceUrl });
  }

  /** Sends any activity as Teams would. */
  async send(activity: Fields): Promise<Raw> {
    const sent = { activity, headers: this.headers(), body: JSON.stringify(activity) };
    this.lastRequest = sent;
    return this.transmit(sent);
  }

  /** Sends the same activity again as Teams does when no answer came: with a token of its own. */
  redeliver(sent = this.lastRequest): Promise<Raw> {
    if (!sent) throw new Error('nothing was sent yet');
    return this.transmit({ ...sent, headers: this.headers() });
  }

  /** Sends the very same bytes and headers again, as an eavesdropper would. */
  replay(sent = this.lastRequest): Promise<Raw> {
    if (!sent) throw new Error('nothing was sent yet');
    return this.transmit(sent);
  }

  /** Posts raw bytes to the bot, to try what a forger would. */
  post(body: string, headers: Readonly<Record<string, string>>): Promise<Raw> {
    return post(this.endpoint(), body, headers, this.patienceMs);
  }

  async stop(): Promise<void> {
    await this.close();
  }

  private transmit(sent: Sent): Promise<Raw> {
    return this.post(sent.body, sent.headers);
  }

  private endpoint(): URL {
    if (!this.base) throw new Error('where is the bot? call connectTo(url)');
    return new URL(MESSAGES_PATH, this.base);
  }
}
