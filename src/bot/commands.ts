import type { IntentName } from './intent-names.ts';

/** What's typed after `/buddy`, in lower case. Everything else in the list of intents is reached by a button. */
export const commands: ReadonlyMap<string, IntentName> = new Map([
  ['', 'help.show'],
  ['help', 'help.show'],
  ['invite', 'pairing.code'],
  ['pair', 'pairing.choose'],
  ['choose', 'pairing.choose'],
  ['join', 'pairing.join'],
  ['status', 'checkins.status'],
  ['checkin', 'checkins.acknowledge'],
  ['check in', 'checkins.acknowledge'],
  ['check-in', 'checkins.acknowledge'],
  ['checked in', 'checkins.acknowledge'],
  ['we checked in', 'checkins.acknowledge'],
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

/** Commands after which a colleague may be mentioned or named. */
export const invitations: readonly string[] = ['invite', 'pair', 'choose'];

/** Not commands, but so close in meaning that it's asked whether one was meant. */
export const aliases: ReadonlyMap<string, IntentName> = new Map([
  ['export', 'privacy.export'],
  ['forget', 'privacy.forget'],
  ['erase', 'privacy.forget'],
  ['reach out', 'checkins.reach'],
  ['snooze', 'nudges.snooze'],
  ['remind', 'nudges.snooze'],
  ['remind me', 'nudges.snooze'],
  ['unpause', 'members.resume'],
  ['stop', 'members.pause'],
  ['unsubscribe', 'members.pause'],
  ['buddy', 'checkins.status'],
  ['buddies', 'checkins.status'],
  ['my buddy', 'checkins.status'],
  ['my buddies', 'checkins.status'],
  ['question', 'questions.show'],
  ['setting', 'settings.edit'],
  ['menu', 'help.show'],
  ['commands', 'help.show'],
  ['find a buddy', 'pairing.choose'],
  ['code', 'pairing.join'],
  ['unlink', 'accounts.unlink'],
]);

/** Said in passing: a kind word back is enough. */
export const greetings: ReadonlySet<string> = new Set([
  ...[
    'hi',
    'hello',
    'hey',
    'hiya',
    'howdy',
    'hi there',
    'hello there',
    'hey there',
    'hi buddy',
    'hello buddy',
  ],
  ...['hey buddy', 'good morning', 'good afternoon', 'good evening', 'morning', 'test', 'testing'],
  ...[
    'thanks',
    'thank you',
    'thx',
    'ty',
    'thanks buddy',
    'thank you buddy',
    'thanks a lot',
    'thank you so much',
  ],
  ...['many thanks', 'ok', 'okay', 'great', 'cool', 'perfect', 'got it', 'sounds good', 'nice', 'yes', 'no'],
  ...['hola', 'gracias', 'buenos dias', 'buenas', 'muchas gracias'],
]);
