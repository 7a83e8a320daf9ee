import type { InboundEvent } from '../chat/event.ts';
import { type Answers, isPeople, isPerson } from '../chat/form.ts';
import { isId } from '../chat/id.ts';
import { type PersonRef, unique } from '../chat/person.ts';
import { type Intent, intent } from './intent.ts';
import { type IntentName, isIntentName } from './intent-names.ts';
import { typedIntent } from './typed-intent.ts';

/** What an event asks for. Words that are no command become `help.unknown`, without the words. */
export function toIntent(event: InboundEvent): Intent {
  switch (event.type) {
    case 'command':
      return { ...typedIntent(event.text, event.people), isTyped: true };
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

/** A button about something that no button of ours is about is none of ours. */
function idIntent(id: string, answers: Answers | null): Intent {
  const colon = id.indexOf(':');
  const name = colon === -1 ? id : id.slice(0, colon);
  const about = colon === -1 ? '' : id.slice(colon + 1);
  if (!isPressable(name)) return intent('help.outdated');
  const picked = { answers, person: pickedPerson(answers), people: pickedPeople(answers) };
  if (canBeAbout(name, about)) return { ...intent(name), about, ...picked };
  // Whom a button names is asked again by the form.
  return name === 'pairing.invite' ? { ...intent(name), ...picked } : intent('help.outdated');
}

/** Each is looked up before a handler can count them: a little above what any form lets someone pick. */
const mostPicked = 25;

function pickedPerson(answers: Answers | null): PersonRef | null {
  return isPerson(answers?.person) ? answers.person : null;
}

function pickedPeople(answers: Answers | null): readonly PersonRef[] {
  return isPeople(answers?.colleagues) ? unique(answers.colleagues).slice(0, mostPicked) : [];
}

/** Intents that are about who presses, and about nothing else: what follows the colon was made up. */
const ofOneself: ReadonlySet<IntentName> = new Set<IntentName>([
  ...(['pairing.code', 'pairing.open', 'pairing.close', 'members.resume'] as const),
  ...(['accounts.unlink', 'settings.edit'] as const),
]);

function canBeAbout(name: IntentName, about: string): boolean {
  return about === '' || (!ofOneself.has(name) && about.split('/').every(isId));
}

/** What only a platform says of a person: no button and no form can. */
const fromThePlatform: ReadonlySet<string> = new Set<IntentName>([
  'members.profile',
  'members.installed',
  'members.uninstalled',
]);

/** A button of another version, or of nobody, is none of ours. */
function isPressable(name: string): name is IntentName {
  return isIntentName(name) && !fromThePlatform.has(name);
}

function unknownEvent(event: never): never {
  throw new Error(`There is no intent for the event ${JSON.stringify(event)}`);
}
