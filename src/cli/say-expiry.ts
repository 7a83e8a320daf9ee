import { instantAt, parseDay } from '../calendar/local-time.ts';
import { millisecondsInDay } from '../calendar/spans.ts';
import type { Config } from '../config/config.ts';

/** What's to be said of the day on which MicrosoftAppPassword expires: notes for who runs Buddy, none for most. */
export function expiryNotes(
  { teams, teamsSecretExpires }: Pick<Config, 'teams' | 'teamsSecretExpires'>,
  now: number,
): readonly string[] {
  const hasSecret = teams?.credentials?.proof.by === 'secret';
  if (!hasSecret) return [];
  const day = teamsSecretExpires === null ? null : parseDay(teamsSecretExpires);
  if (day === null)
    return [
      "TEAMS_SECRET_EXPIRES isn't set, so nobody hears before MicrosoftAppPassword expires: Microsoft tells no app. The day stands in Entra, under Certificates & secrets.",
    ];
  const days = Math.ceil((instantAt(day, 0, 'UTC') - now) / millisecondsInDay);
  const after = 'Make a new client secret, and set both MicrosoftAppPassword and TEAMS_SECRET_EXPIRES';
  if (days <= 0)
    return [`MicrosoftAppPassword expired on ${teamsSecretExpires}, by TEAMS_SECRET_EXPIRES. ${after}.`];
  return days > soonDays
    ? []
    : [
        `MicrosoftAppPassword expires on ${teamsSecretExpires}, in ${days === 1 ? 'a day' : `${days} days`}. ${after}.`,
      ];
}

const soonDays = 30;
