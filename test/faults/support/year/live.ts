import { addDays, instantAt } from '../../../../src/calendar/local-time.ts';
import { transact } from '../../../../src/db/transact.ts';
import { leaveToOthers } from '../../../../src/features/referrals/leave-to-others.ts';
import { deleteSupporter } from '../../../../src/features/supporters/store.ts';
import { dismiss } from '../../../../src/people/roles/store.ts';
import { outOfOrder, overdue } from '../../../support/referral-order.ts';
import { readInboxes } from './answering.ts';
import { asks } from './asking.ts';
import { day, fillInCards, howMany, type Staff, writeLeave, zone } from './staff.ts';
import type { World } from './world.ts';

const dayMs = 86_400_000;

/** A year passes: people ask, look, answer, go on leave and come back, and Buddy is among them. */
export async function live(world: World): Promise<void> {
  const { director, deputy, administrator } = world.program;
  world.core.now = instantAt(day('01-01'), 0, zone);
  await world.core.appoints(director.person, 'director');
  await world.core.appoints(deputy.person, 'deputy');
  await world.core.appoints(administrator.person, 'program-administrator');
  await fillInCards(world.db, world.program, world.chance);
  planYear(world);
  for (let next = await world.nextInstant(); next !== null; next = await world.nextInstant()) {
    world.core.now = Math.max(next, world.core.now);
    for (const act of world.due()) await happens(world, act);
    // The job comes around within a minute of what's due.
    world.core.now += world.chance.between(1, 60) * 1_000;
    await happens(world, () => world.core.tick());
    await holds(world);
  }
}

function planYear(world: World): void {
  const { chance, program } = world;
  const begin = instantAt(day('01-02'), 0, zone);
  const span = instantAt(day('12-30'), 0, zone) - begin;
  const some = (): number => begin + Math.floor(chance.fraction() * span);
  for (let left = howMany.referrals; left > 0; ) {
    // Now and then one event concerns several.
    const together = Math.min(left, chance.isSo(0.1) ? chance.between(2, 6) : 1);
    world.plan(some(), () => asks(world, together));
    left -= together;
  }
  for (let nth = 0; nth < 24; nth += 1) world.plan(some(), () => world.isKilled());
  for (let date = day('01-01'); date.year === day('01-01').year; date = addDays(date, 1))
    world.plan(instantAt(date, 3 * 60, zone), () => world.core.looksAfterKeys());
  for (const staff of program.supporters)
    for (const leave of staff.leaves)
      world.plan(instantAt(addDays(leave.from, -2), 12 * 60, zone), () => writeLeave(world.db, staff, leave));
  for (const nth of [4, 17]) world.plan(some(), () => leaves(world, program.supporters[nth]));
  world.plan(instantAt(day('09-10'), 9 * 60, zone), () => directorChanges(world));
}

async function happens(world: World, act: () => Promise<unknown>): Promise<void> {
  await act();
  for (const { id, opened_at } of await world.db
    .selectFrom('referrals')
    .select(['id', 'opened_at'])
    .execute())
    if (!world.tracks.has(id)) throw new Error(`A referral of ${opened_at} came from nowhere: ${id}`);
  await world.fairness.check(world.db, (id) => world.isAwayNow(id));
  await readInboxes(world);
}

async function holds(world: World): Promise<void> {
  world.wrong.push(...(await outOfOrder(world.db, world.core.now)));
  if ((await overdue(world.db, world.core.now)) > 0) world.wrong.push('something stayed overdue');
}

async function leaves(world: World, staff: Staff | undefined): Promise<void> {
  const row = await world.db
    .selectFrom('supporters')
    .select('id')
    .where('person_id', '=', staff?.person.id ?? '')
    .executeTakeFirst();
  if (row === undefined) return;
  await transact(world.db, async (transaction) => {
    await leaveToOthers(transaction, row.id, world.core.now);
    await deleteSupporter(transaction, row.id);
  });
}

/** The director goes, and is appointed again after a week without one. */
async function directorChanges(world: World): Promise<void> {
  const { director } = world.program;
  await dismiss(world.db, director.person);
  world.plan(world.core.now + 7 * dayMs, () => world.core.appoints(director.person, 'director'));
}
