import { buttonsIn, viewOf } from '../../../support/support-core.ts';
import { isAway, looksAt, type Staff } from './staff.ts';
import type { World } from './world.ts';

const minute = 60_000;
const dayMs = 24 * 60 * minute;

/** Everyone who got something looks at it, sooner or later. */
export async function readInboxes(world: World): Promise<void> {
  const rows = await world.db
    .selectFrom('outbox')
    .select(['key', 'person_id', 'card'])
    .where('status', '=', 'waiting')
    .where('due_at', '<=', world.core.now)
    .execute();
  for (const { key, person_id, card } of rows) await reads(world, key, person_id, card ?? '');
  if (rows.length > 0)
    await world.db
      .updateTable('outbox')
      .set({ status: 'sent', card: null, message_ref: 'somewhere', settled_at: world.core.now })
      .where(
        'key',
        'in',
        rows.map(({ key }) => key),
      )
      .execute();
}

async function reads(world: World, key: string, personId: string, card: string): Promise<void> {
  const staff = world.staffOf(personId);
  if (staff === undefined || world.seen.has(key)) return;
  world.seen.add(key);
  const isThere = !isAway(staff, world.core.now);
  const at = looksAt(staff, world.core.now, world.chance);
  const offer = /support\.offer:([\w-]+)/.exec(card)?.[1];
  if (offer !== undefined && key.startsWith('offer:')) {
    const row = await world.db
      .selectFrom('offers')
      .select('referral_id')
      .where('id', '=', offer)
      .executeTakeFirst();
    told(world, row === undefined ? [] : [row.referral_id], isThere);
    if (at !== null) world.plan(at, () => answers(world, staff, offer));
  } else if (key.startsWith('desk:')) {
    told(world, await world.waiting(), isThere);
    if (at !== null)
      world.plan(at, () => sits(world, card.includes('support.desk') ? staff : whoIsThere(world)));
  }
}

function told(world: World, ids: readonly string[], isThere: boolean): void {
  for (const track of world.tracksOf(ids)) if (isThere) track.toldAt ??= world.core.now;
}

/** The one that the program's administrator calls. */
function whoIsThere(world: World): Staff {
  const { director, deputy } = world.program;
  return isAway(director, world.core.now) ? deputy : director;
}

/** Opens the desk, and offers what waits there to the first who's suggested. */
async function sits(world: World, { person }: Staff): Promise<void> {
  const [effect] = await world.core.presses(person, 'support.desk');
  if (effect?.type !== 'view') return;
  const waiting = new Set(await world.waiting());
  for (const { id: button } of buttonsIn(effect.view.elements)) {
    const id = button.replace('support.assign:', '');
    if (!waiting.has(id)) continue;
    for (const track of world.tracksOf([id])) track.seenAt ??= world.core.now;
    const one = viewOf(await world.core.presses(person, button));
    const field = one.fields.find((each) => each.id === 'supporter');
    const [first] = field?.type === 'choice' ? field.options : [];
    if (first === undefined) world.wrong.push('a director found nobody to ask');
    else await world.core.sends(person, one.id, { supporter: first.value });
  }
}

/** A supporter opens their offer: can't, doesn't say, or reaches out and says later how it went. */
async function answers(world: World, staff: Staff, offer: string): Promise<void> {
  const { chance } = world;
  const row = await world.db
    .selectFrom('offers')
    .select(['referral_id', 'state'])
    .where('id', '=', offer)
    .executeTakeFirst();
  if (row?.state !== 'waiting') return;
  const [track] = world.tracksOf([row.referral_id]);
  if (track === undefined) return;
  track.seenAt ??= world.core.now;
  track.offers += 1;
  if (chance.isSo(0.06)) {
    track.lapses += 1;
    return;
  }
  if (chance.isSo(0.15)) {
    track.refusals += 1;
    return says(world, staff, offer, 'cannot');
  }
  track.reachedAt ??= world.core.now;
  await says(world, staff, offer, 'reached');
  const later = (days: number, outcome: string) =>
    world.plan(world.core.now + days * dayMs + chance.between(0, 300) * minute, () =>
      says(world, staff, offer, outcome),
    );
  const how = chance.fraction();
  if (how < 0.15) return later(chance.between(1, 3), 'declined');
  if (how < 0.3) {
    later(1, 'no-answer');
    return later(5, 'no-answer');
  }
  // Some never say: it ends by itself.
  if (how > 0.95) return;
  later(2, 'talking');
  later(chance.between(3, 14), 'done');
}

async function says(world: World, { person }: Staff, offer: string, outcome: string): Promise<void> {
  await world.core.sends(person, `support.offer:${offer}`, { outcome });
}
