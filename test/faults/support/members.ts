import { type IsoWeek, mondayOf, weekOf } from '../../../src/calendar/iso-week.ts';
import { instantAt } from '../../../src/calendar/local-time.ts';
import type { PersonRef } from '../../../src/chat/person.ts';
import { migrate } from '../../../src/db/migrate.ts';
import { openDatabase } from '../../../src/db/open.ts';
import { startPair } from '../../../src/features/pairing/store.ts';
import { enrol } from '../../../src/people/members/store.ts';
import type { Slack } from '../../support/slack/slack.ts';
import { aProfile, someHospital } from '../../support/turn.ts';

const london = 'Europe/London';

export interface Newcomer {
  readonly person: PersonRef;
  readonly timeZone: string;
}

/** Writes so many members into the database, in pairs of neighbours, as their invitations would have. */
export async function writePairs(url: string, people: readonly Newcomer[], now: number): Promise<void> {
  const db = openDatabase(url);
  try {
    await migrate(db);
    await db.transaction().execute(async (transaction) => {
      let waiting: Awaited<ReturnType<typeof enrol>> | null = null;
      for (const { person, timeZone } of people) {
        const profile = aProfile(`Clinician ${person.id}`, { timeZone });
        const member = await enrol(transaction, person, profile, someHospital, now);
        if (waiting !== null) await startPair(transaction, waiting, member, now);
        waiting = waiting === null ? member : null;
      }
    });
  } finally {
    await db.destroy();
  }
}

/** So many clinicians in London, `UK0` and on, in pairs, known to Slack and to Buddy; and the next Monday for `nudge --at`. */
export async function prepareMonday(
  slack: Slack,
  url: string,
  people: number,
): Promise<{ readonly week: IsoWeek; readonly at: string }> {
  const ids = Array.from({ length: people }, (_, index) => `UK${index}`);
  for (const id of ids) slack.person(id, { name: `Clinician ${id}`, tz: london });
  const { teamId } = slack.identity;
  const newcomers = ids.map((id) => ({
    person: { platform: 'slack', workspace: teamId, id } as const,
    timeZone: london,
  }));
  await writePairs(url, newcomers, Date.now());
  const week = weekOf(Date.now() + 7 * 86_400_000, london);
  return { week, at: new Date(instantAt(mondayOf(week), 9 * 60, london)).toISOString() };
}
