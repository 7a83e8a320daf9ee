import { languageOf } from '../../src/chat/language.ts';
import { firstName } from '../../src/chat/name.ts';
import type { Profile } from '../../src/chat/person.ts';
import { type Json, object, string } from '../shared/json.ts';

/** Slack's own helper: its user object does not say that it is a bot. */
const slackbot = 'USLACKBOT';

/** A user object of users.info or of an event: https://docs.slack.dev/reference/objects/user-object */
export function toProfile(user: Json): Profile {
  const profile = object(user.profile);
  const names = [profile.display_name, profile.real_name, user.real_name, user.name];
  return {
    name: firstName(names.map(string)) ?? '',
    timeZone: string(user.tz) || null,
    language: languageOf(string(user.locale)),
    active: user.deleted !== true,
    kind: kindOf(user),
  };
}

function kindOf(user: Json): Profile['kind'] {
  if (user.is_bot === true || user.id === slackbot) return 'bot';
  return user.is_restricted === true || user.is_ultra_restricted === true || user.is_stranger === true
    ? 'guest'
    : 'person';
}
