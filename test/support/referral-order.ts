import type { Database } from '../../src/db/schema.ts';

/** What has to hold of every open referral between any two things that happen. Empty when all of it does. */
export async function outOfOrder(db: Database, now: number): Promise<readonly string[]> {
  const referrals = await db.selectFrom('referrals').selectAll().execute();
  const offers = await db.selectFrom('offers').selectAll().execute();
  const active = new Set(
    (await db.selectFrom('supporters').selectAll().where('state', '=', 'active').execute()).map(
      ({ id }) => id,
    ),
  );
  const roles = new Set((await db.selectFrom('roles').select('role').execute()).map(({ role }) => role));
  const wrong: string[] = [];
  for (const { id, state, waits_for, deadline_at } of referrals) {
    const current = offers.filter(
      (one) => one.referral_id === id && one.state !== 'cannot' && one.state !== 'lapsed',
    );
    const say = (what: string): void => void wrong.push(`${id} (${state}, ${waits_for}): ${what}`);
    if (current.length > 1) say(`${current.length} offers at once`);
    // What's due within the tick may be nobody's until then.
    if (deadline_at <= now) continue;
    if (state === 'waiting' && current.length > 0) say('waits, and is offered');
    if (state !== 'waiting' && current.length === 0) say('is offered to nobody');
    if (current.some(({ supporter_id }) => !active.has(supporter_id))) say('is with someone who left');
    if (state === 'offered' && current[0]?.state !== 'waiting') say(`the offer is ${current[0]?.state}`);
    if (state !== 'waiting' && state !== 'offered' && current[0]?.state !== state)
      say(`the offer is ${current[0]?.state}`);
    if ((state === 'waiting') === (waits_for === 'supporter')) say('waits for the wrong one');
    if (state === 'waiting' && !roles.has(waits_for as never)) say('nobody has the role it waits for');
  }
  return wrong;
}

/** Those that have been due for longer than a tick. */
export async function overdue(db: Database, now: number): Promise<number> {
  const rows = await db.selectFrom('referrals').select('id').where('deadline_at', '<=', now).execute();
  return rows.length;
}
