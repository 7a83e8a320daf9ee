import type { ChatAdapter, LookUp, Receive } from '../../src/chat/adapter.ts';
import type { Address, DeliveryResult } from '../../src/chat/delivery.ts';
import type { WriteCommand } from '../../src/chat/fallback-text.ts';
import type { PersonRef, Profile } from '../../src/chat/person.ts';
import type { OpenView } from '../support/open-view.ts';
import type { RecordedLog } from './recorded-log.ts';

/** A message as its reader sees it: all its words without markup, and the text of its notification. */
export interface Seen {
  readonly words: string;
  readonly notification: string;
}

type Why = Extract<DeliveryResult, { ok: false }>['why'];

/** A platform of one's own with an adapter on it, for one test. */
export interface Stage {
  readonly adapter: ChatAdapter;
  readonly log: RecordedLog;
  readonly person: PersonRef;
  readonly colleague: PersonRef;
  /** People as the platform knows them, and someone it doesn't know. */
  readonly profiles: readonly { readonly person: PersonRef; readonly profile: Profile }[];
  readonly stranger: PersonRef;
  /** What is found of the stranger: some platforms know everyone in the house, some only who has Buddy. */
  readonly strangerIs: LookUp;
  /** How this person is reached, where the platform can only be asked with that; else null. */
  addressOf(person: PersonRef): Promise<Address | null>;
  /** How commands are written where the notification names them. */
  readonly writeCommand: WriteCommand;
  /** What stands in the person's direct chat, oldest first. */
  inbox(): readonly Seen[];
  /** Sends a command as `person`; gives the private answer, null where there was none. */
  command(text: string): Promise<Seen | null>;
  /** Presses a button of the last message in the person's direct chat; gives the private answer. */
  press(button: string): Promise<Seen | null>;
  /** Presses a button of the last message in the person's direct chat that opens a view, and gets it. */
  opensView(button: string): Promise<OpenView>;
  /** Every byte that has gone to the platform, or stands in someone's chat, but for what only views show. */
  outsideViews(): Promise<string>;
  /** The platform delivers its last request again. */
  redeliver(): Promise<unknown>;
  /** Whatever a bot, and the adapter's own bot, can do on this platform. */
  botsAct(): Promise<unknown>;
  /** Makes the platform fail for the next delivery, once for each kind of failure there is. */
  readonly failures: readonly { readonly name: string; readonly why: Why; arrange(): void }[];
  /** Makes the next delivery take until `release` is called, or `ms` have passed. */
  slowDelivery(ms: number): void;
  /** Makes it impossible to ask the platform who someone is. */
  cannotLookUp(): void;
  /** What the platform would have refused or complained of. */
  complaints(): readonly string[];
  /** Everything else but the adapter, which the suite stops. */
  close(): Promise<void>;
}

export type Harness = (receive: Receive) => Promise<Stage>;
