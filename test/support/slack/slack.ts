import type { Api } from './api-server.ts';
import type { Fault, Faults } from './faults.ts';
import { httpRoute, post, type Raw, type Retry, type Route } from './http-route.ts';
import { eventPayload, homeOf } from './payloads.ts';
import { userObject } from './people.ts';
import { Person } from './person.ts';
import type { SocketMode } from './socket-mode.ts';
import type { Call, Fields, Kind, Message, PersonRecord, Sent, View } from './types.ts';
import type { Channel, Identity, Workspace } from './workspace.ts';

const EVENTS_PATH = '/slack/events';

/** What the app has to know of, as it stands now. */
export interface Tokens {
  bot: string;
  app: string;
  signingSecret: string;
  readonly revoked: string[];
}

/** A Slack workspace with one app installed: its Web API, its people, and whatever can go wrong in between. */
export class Slack {
  readonly host: string;
  /** Set by everything that was sent to the app; what `redeliver` and `replay` send again. */
  lastRequest: Sent | undefined;
  readonly socketMode: SocketMode;
  private readonly tokens: Tokens;
  private readonly workspace: Workspace;
  private readonly faults: Faults;
  private readonly api: Api;
  private readonly close: () => Promise<void>;
  private readonly patienceMs: number;
  private base: URL | undefined;

  constructor(parts: {
    host: string;
    tokens: Tokens;
    workspace: Workspace;
    faults: Faults;
    api: Api;
    socketMode: SocketMode;
    patienceMs: number;
    close: () => Promise<void>;
  }) {
    this.host = parts.host;
    this.tokens = parts.tokens;
    this.workspace = parts.workspace;
    this.faults = parts.faults;
    this.api = parts.api;
    this.socketMode = parts.socketMode;
    this.patienceMs = parts.patienceMs;
    this.close = parts.close;
  }

  get botToken(): string {
    return this.tokens.bot;
  }

  get appToken(): string {
    return this.tokens.app;
  }

  get signingSecret(): string {
    return this.tokens.signingSecret;
  }

  /** From now on these are the good ones, and the ones before are revoked. */
  replaces(others: { readonly bot?: string; readonly app?: string; readonly signingSecret?: string }): void {
    this.tokens.revoked.push(this.tokens.bot, this.tokens.app);
    Object.assign(this.tokens, others);
  }

  get apiUrl(): string {
    return `http://${this.host}/api/`;
  }

  get identity(): Identity {
    return this.workspace.identity;
  }

  /** The environment with which the program finds this Slack. */
  env(options: { readonly socketMode?: boolean } = {}): Record<string, string> {
    const common = {
      SLACK_BOT_TOKEN: this.botToken,
      SLACK_SIGNING_SECRET: this.signingSecret,
      SLACK_API_URL: this.apiUrl,
    };
    return options.socketMode ? { ...common, SLACK_APP_TOKEN: this.appToken } : common;
  }

  /** Where the app listens from now on. Without it, Socket Mode is used. */
  connectTo(base: string | URL | undefined): void {
    this.base = base === undefined ? undefined : new URL(base);
  }

  /** Someone of the workspace, added or changed by `about`. */
  person(id: string, about?: Partial<Omit<PersonRecord, 'id'>>): Person {
    if (about || !this.workspace.people.has(id)) this.changePerson(id, about ?? {});
    const responseUrl = (url: string) => `http://${this.host}/response/${url}`;
    return new Person(
      { workspace: this.workspace, send: (kind, payload) => this.send(kind, payload), responseUrl },
      id,
    );
  }

  /** A channel that the app has been invited to, unless `about` says otherwise; called again, it changes. */
  channel(id: string, about: Partial<Omit<Channel, 'id'>> = {}): void {
    const usual = { isPrivate: false, hasApp: true, isArchived: false, isRestricted: false };
    this.workspace.channels.set(id, { ...usual, ...about, id });
  }

  /** What everyone reads there. */
  messagesIn(channel: string): readonly Message[] {
    return this.workspace.messagesIn(channel);
  }

  addPerson(person: PersonRecord): PersonRecord {
    return this.workspace.putPerson(person);
  }

  /** Changes what is known of a person, silently: send a `user_change` event with `userObject` to tell the app. */
  changePerson(id: string, change: Partial<Omit<PersonRecord, 'id'>>): PersonRecord {
    const before = this.workspace.people.get(id) ?? { id, name: id.toLowerCase() };
    return this.workspace.putPerson({ ...before, ...change });
  }

  /** What users.info would give, for events such as `user_change`. */
  userObject(id: string): Fields {
    return userObject(this.workspace, this.workspace.people.get(id) ?? { id, name: id });
  }

  inbox(user: string): Message[] {
    return this.workspace.inbox(user);
  }

  home(user: string): View | undefined {
    return this.workspace.homes.get(user);
  }

  /** Every modal that was opened or pushed, in order, as it was then. */
  get views(): readonly View[] {
    return this.workspace.opened;
  }

  get ephemerals(): readonly Message[] {
    return this.workspace.ephemerals;
  }

  get calls(): readonly Call[] {
    return this.workspace.calls;
  }

  callsOf(method: string, to?: string): Call[] {
    return this.workspace.calls.filter(
      (call) => call.method === method && (to === undefined || call.to === to),
    );
  }

  /** What the app sent that Slack could not show, outside of the Web API. A healthy app leaves it empty. */
  get complaints(): readonly string[] {
    return this.workspace.complaints;
  }

  /** The most chat.postMessage calls under way at once. Set `latencyMs`, lest each be over before the next begins. */
  get maxInFlight(): number {
    return this.api.maxInFlight;
  }

  /** How long every answer of the Web API takes; calls take effect at once all the same. 0 at the start. */
  set latencyMs(ms: number) {
    this.api.latencyMs = ms;
  }

  /** Scripts a fault of a Web API method; `response_url` for those, `*` for every one. */
  fault(method: string, fault: Fault): void {
    this.faults.add(method, fault);
  }

  /** Answers 429 to more than `perMinute` chat.postMessage calls in a sliding minute, which may last `minuteMs`. */
  enforceRate(pace: { readonly perMinute: number; readonly minuteMs?: number }): void {
    this.faults.enforceRate(pace);
  }

  clearFaults(): void {
    this.faults.clear();
  }

  /** Sends an event of the Events API; `from` another workspace, where that is said. */
  event(type: string, event: Fields = {}, from: Partial<PersonRecord> = {}): Promise<Raw> {
    return this.send('events_api', eventPayload(this.workspace, type, event, homeOf(this.workspace, from)));
  }

  /** Sends any payload, through whichever way leads to the app. */
  async send(kind: Kind, payload: Fields): Promise<Raw> {
    const sent = this.route().prepare(kind, payload);
    this.lastRequest = sent;
    return this.route().transmit(sent);
  }

  /** Sends the same payload again as Slack does when no acknowledgement came: signed again, marked as a retry. */
  redeliver(sent = this.lastRequest, retry: Retry = { num: 1, reason: 'http_timeout' }): Promise<Raw> {
    if (!sent) throw new Error('nothing was sent yet');
    return this.route().transmit(this.route().prepare(sent.kind, sent.payload, retry));
  }

  /** Sends the very same bytes and headers again, as an eavesdropper would. */
  replay(sent = this.lastRequest): Promise<Raw> {
    if (!sent) throw new Error('nothing was sent yet');
    return this.route().transmit(sent);
  }

  /** Posts raw bytes to the app, to try what a forger would. */
  post(body: string, headers: Readonly<Record<string, string>>): Promise<Raw> {
    return post(this.endpoint(), body, headers, this.patienceMs);
  }

  async stop(): Promise<void> {
    await this.close();
  }

  private endpoint(): URL {
    if (!this.base) throw new Error('where is the app? call connectTo(url), or start it with Socket Mode');
    return new URL(EVENTS_PATH, this.base);
  }

  private route(): Route {
    if (!this.base && this.socketMode.connections > 0) return this.socketMode.route;
    return httpRoute(this.endpoint(), this.signingSecret, this.patienceMs);
  }
}
