import type { Whereabouts } from '../../src/chat/event.ts';
import { isId } from '../../src/chat/id.ts';
import { languageOf } from '../../src/chat/language.ts';
import { cleanName } from '../../src/chat/name.ts';
import type { PersonRef } from '../../src/chat/person.ts';
import { type Json, list, object, string } from '../shared/json.ts';
import { toAddress } from './address.ts';
import { isBotId } from './typed.ts';

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What stands in an address where a local client tells nothing. */
const noTenant = 'local';
const unnamedBot = 'buddy';

/** Channels and groups are threads: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations */
const thread = /^19:|@(thread|unq)\b/;

const control = /\p{Cc}/u;

/** Chats have the longest, of some 150 characters. */
const nameMaxLength = 1_000;

/** Something in one line: control characters are in no name of Microsoft's, and not every database takes them. */
export function isWritten(text: string): boolean {
  return text !== '' && text.length <= nameMaxLength && text.search(control) === -1;
}

/** The tenants that an activity says it is of: one, unless someone made it up. GUIDs in lower case. */
export function tenantsOf({ conversation, channelData }: Json): string[] {
  const told = [object(conversation).tenantId, object(object(channelData).tenant).id];
  const said = told.filter((tenant) => tenant !== undefined && tenant !== null && tenant !== '');
  // What is no id is some tenant too, and nobody's.
  const ids = said.map((tenant) => (isId(string(tenant)) ? string(tenant).toLowerCase() : noTenant));
  return [...new Set(ids)];
}

/** Who acted: by the Entra object id, which is the same in every chat; only local clients have none. */
export function senderOf(activity: Json): PersonRef {
  const from = object(activity.from);
  const id = string(from.aadObjectId) || string(from.id);
  return {
    platform: 'teams',
    workspace: tenantsOf(activity)[0] ?? noTenant,
    id: guid.test(id) ? id.toLowerCase() : id,
  };
}

/** Bots, Buddy among them: nobody to talk with. */
export function isFromBot({ from, recipient }: Json): boolean {
  const { id, role } = object(from);
  return role === 'bot' || role === 'skill' || isBotId(string(id)) || id === object(recipient).id;
}

/** Groups and channels, and whatever is not plainly between Buddy and one person. Local clients do not say. */
export function isPersonal({ conversation }: Json): boolean {
  const { id, conversationType, isGroup } = object(conversation);
  if (isGroup === true) return false;
  return conversationType === 'personal' || (string(conversationType) === '' && !thread.test(string(id)));
}

/** How the sender can be reached from now on. Install events tell no name, and no time zone. */
export function contactOf(activity: Json, state: 'here' | 'removed'): Whereabouts {
  const bot = string(object(activity.recipient).id);
  const address = toAddress({
    serviceUrl: string(activity.serviceUrl),
    conversation: string(object(activity.conversation).id),
    bot: isWritten(bot) ? bot : unnamedBot,
    user: string(object(activity.from).id),
    tenant: tenantsOf(activity)[0] ?? noTenant,
    ...(state === 'removed' ? { removed: true } : {}),
  });
  const name = cleanName(string(object(activity.from).name));
  return { address, name, timeZone: timeZoneOf(activity), language: languageOf(localeOf(activity)) };
}

/** Messages tell it themselves, presses among what is told of the client. */
export function localeOf(activity: Json): string {
  return string(activity.locale) || string(clientInfoOf(activity).locale);
}

function clientInfoOf({ entities }: Json): Json {
  const client = list(entities)
    .map(object)
    .find(({ type }) => type === 'clientInfo');
  return client ?? {};
}

/** Messages tell it themselves, presses among what is told of the client. */
function timeZoneOf(activity: Json): string | null {
  return [activity.localTimezone, clientInfoOf(activity).timezone].map(string).find(isTimeZone) ?? null;
}

/** Every message tells one, and to ask Intl takes as long as to answer. */
const zones = new Map<string, boolean>();
const zonesKept = 1_000;

/** An IANA name: neither an offset, nor the name that Windows has for it. */
function isTimeZone(name: string): boolean {
  const known = zones.get(name);
  if (known !== undefined) return known;
  if (zones.size >= zonesKept) zones.clear();
  zones.set(name, isKnownToIntl(name));
  return zones.get(name) === true;
}

function isKnownToIntl(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
