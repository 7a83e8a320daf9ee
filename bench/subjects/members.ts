import { addNew } from '../../src/db/add-new.ts';
import type { Database } from '../../src/db/schema.ts';

/** A Monday morning in New York. */
export const mondayAt = Date.parse('2026-11-30T14:00:30Z');
const nextMondayAt = Date.parse('2026-12-07T14:00:00Z');

/** So long before that the last of a million joins before it. */
const firstJoinedAt = mondayAt - 2_000_000_000;

const piece = 500;

/** Members in pairs, the first `due` of them due at `mondayAt`. */
export async function fill(
  db: Database,
  members: number,
  due: number,
  platform: 'slack' | 'teams' = 'slack',
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (let from = 0; from < members; from += piece) {
      const numbers = Array.from({ length: Math.min(piece, members - from) }, (_, nth) => from + nth);
      await addNew(
        transaction,
        'members',
        numbers.map((number) => memberRow(number, number < due, platform)),
      );
      const firsts = numbers.filter((number) => number % 2 === 0 && number + 1 < members);
      await addNew(transaction, 'pairs', firsts.map(pairRow));
    }
  });
}

function memberRow(number: number, isDue: boolean, platform: 'slack' | 'teams') {
  return {
    id: idOf(number),
    platform,
    workspace: 'T0',
    person_id: `U${number}`,
    name: `Person ${number}`,
    time_zone: 'America/New_York',
    language: 'en' as const,
    chosen_language: null,
    nudge_minute: 540,
    cadence: 'weekly' as const,
    paused_at: null,
    paused_until: null,
    open_to_invitations: 0 as const,
    deeper: 1 as const,
    hours: 12 as const,
    last_week: '2026-W48' as never,
    next_week: (isDue ? '2026-W49' : '2026-W50') as never,
    next_nudge_at: isDue ? mondayAt - 30_000 : nextMondayAt,
    profile_checked_at: mondayAt,
    created_at: 0,
  };
}

function pairRow(number: number) {
  return {
    id: pairIdOf(number),
    first_member_id: idOf(number),
    second_member_id: idOf(number + 1),
    started_at: 0,
    ended_at: null,
  };
}

/** Of the pair of this member and the next, where its number is even. */
export function pairIdOf(number: number): string {
  return `pair-${idOf(number)}`;
}

/** As `newId` makes them, one member joining each second, but the same each time. */
function idOf(number: number): string {
  const time = (firstJoinedAt + number * 1_000).toString(16).padStart(12, '0');
  const mixed = (Math.imul(number + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${mixed.slice(0, 3)}-8${mixed.slice(3, 6)}-${mixed.padEnd(12, '0')}`;
}
