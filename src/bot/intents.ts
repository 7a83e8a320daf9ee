import type { InboundEvent } from '../chat/event.ts';
import type { Answers } from '../chat/form.ts';
import { isId } from '../chat/id.ts';
import type { PersonRef, Profile } from '../chat/person.ts';
import { fits, isName } from './typed-words.ts';

/** Everything somebody can want of Buddy. These names are the ids of buttons and forms: a contract with the outside. */
export const intentNames = [
  'help.show',
  'help.unknown',
  'resources.show',
  'resources.guide',
  'pairing.invite',
  'pairing.code',
  'pairing.join',
  'pairing.accept',
  'pairing.decline',
  'pairing.withdraw',
  'pairing.end',
  'pairing.choose',
  'pairing.open',
  'pairing.close',
  'checkins.status',
  'checkins.acknowledge',
  'checkins.reach',
  'nudges.snooze',
  'members.pause',
  'members.resume',
  'members.profile',
  'members.installed',
  'members.uninstalled',
  'accounts.link',
  'accounts.unlink',
  'accounts.prefer',
  'settings.edit',
  'questions.show',
  'questions.admin',
  'questions.post',
  'questions.skip',
  'questions.preview',
  'figures.show',
  'privacy.show',
  'privacy.export',
  'privacy.forget',
  'home.show',
] as const;

export type IntentName = (typeof intentNames)[number];

export interface Intent {
  readonly name: IntentName;
  /** What it is about: what follows the colon of a button's id, or the words after the command. May be empty. */
  readonly about: string;
  /** The colleague who was mentioned or picked. */
  readonly person: PersonRef | null;
  /** Typed as a command: answered in words at once, where a press may open a form. */
  readonly isTyped: boolean;
  /** What was entered; null until a form is submitted. */
  readonly answers: Answers | null;
  /** Set for `members.profile` only. */
  readonly profile: Profile | null;
}

/** The first word after `/buddy`, in lower case. Everything else in the list of intents is reached by a button. */
const commands: ReadonlyMap<string, IntentName> = new Map([
  ['', 'help.show'],
  ['help', 'help.show'],
  ['invite', 'pairing.code'],
  ['pair', 'pairing.choose'],
  ['choose', 'pairing.choose'],
  ['join', 'pairing.join'],
  ['status', 'checkins.status'],
  ['checkin', 'checkins.acknowledge'],
  ['questions', 'questions.show'],
  ['reach', 'checkins.reach'],
  ['later', 'nudges.snooze'],
  ['pause', 'members.pause'],
  ['resume', 'members.resume'],
  ['settings', 'settings.edit'],
  ['link', 'accounts.link'],
  ['end', 'pairing.end'],
  ['guide', 'resources.guide'],
  ['resources', 'resources.show'],
  ['support', 'resources.show'],
  ['privacy', 'privacy.show'],
  ['forget me', 'privacy.forget'],
  ['admin', 'questions.admin'],
]);

/** What an event asks for. Words that are no command become `help.unknown`, without the words. */
export function toIntent(event: InboundEvent): Intent {
  switch (event.type) {
    case 'command':
      return { ...commandIntent(event.text, event.people), isTyped: true };
    case 'press':
      return idIntent(event.button, null);
    case 'submit':
      return idIntent(event.form, event.answers);
    case 'home':
      return intent('home.show');
    case 'words':
      return intent('help.unknown');
    case 'profile':
      return { ...intent('members.profile'), profile: event.profile };
    case 'installed':
      return intent('members.installed');
    case 'uninstalled':
      return intent('members.uninstalled');
    default:
      return unknownEvent(event);
  }
}

function commandIntent(text: string, people: readonly PersonRef[]): Intent {
  const words = text.trim().split(/\s+/);
  const command = words.join(' ').toLowerCase();
  const [first = '', ...rest] = words;
  const [colleague] = people;
  if (colleague !== undefined && ['', ...invitations].includes(command)) {
    return { ...intent('pairing.invite'), person: colleague };
  }
  const whole = commands.get(command);
  if (whole !== undefined) return intent(whole);
  const about = rest.join(' ');
  if (invitations.includes(first.toLowerCase()) && isName(rest)) {
    return { ...intent('pairing.invite'), about: about.replaceAll('@', '') };
  }
  const name = commands.get(first.toLowerCase());
  return name === undefined || !fits(name, rest) ? intent('help.unknown') : { ...intent(name), about };
}

/** Commands after which a colleague may be mentioned or named. */
const invitations: readonly string[] = ['invite', 'pair'];

/** Whether a colleague was named by what was typed, and nobody has been found by it yet. */
export function isByName({ name, isTyped, person, about }: Intent): boolean {
  return name === 'pairing.invite' && isTyped && person === null && about !== '';
}

/** Whether a colleague was named by a button, and has yet to be looked up by what it says; see `findNamed`. */
export function isByButton({ name, isTyped, person, answers, about }: Intent): boolean {
  return name === 'pairing.invite' && !isTyped && person === null && answers === null && about !== '';
}

/** Of what no button of ours is about, neither is this intent. */
function idIntent(id: string, answers: Answers | null): Intent {
  const colon = id.indexOf(':');
  const name = colon === -1 ? id : id.slice(0, colon);
  const about = colon === -1 ? '' : id.slice(colon + 1);
  if (!isIntentName(name)) return intent('help.unknown');
  const picked = answers?.person;
  const person = name === 'pairing.invite' && isPerson(picked) ? picked : null;
  return { ...intent(name), about: about.split('/').every(isId) ? about : '', answers, person };
}

function intent(name: IntentName): Intent {
  return { name, about: '', person: null, isTyped: false, answers: null, profile: null };
}

/** What only a platform says of a person: no button and no form can. */
const fromThePlatform: ReadonlySet<string> = new Set<IntentName>([
  'members.profile',
  'members.installed',
  'members.uninstalled',
]);

function isIntentName(name: string): name is IntentName {
  return (intentNames as readonly string[]).includes(name) && !fromThePlatform.has(name);
}

function isPerson(answer: string | PersonRef | undefined): answer is PersonRef {
  return typeof answer === 'object';
}

function unknownEvent(event: never): never {
  throw new Error(`There is no intent for the event ${JSON.stringify(event)}`);
}
