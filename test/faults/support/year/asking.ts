import { type PersonRef, personKey } from '../../../../src/chat/person.ts';
import { eventKinds } from '../../../../src/content/event-kinds.ts';
import { viewOf } from '../../../support/support-core.ts';
import type { World } from './world.ts';

const hour = 3_600_000;

/** Someone asks, for themself or for others; nobody is asked for twice in a year. */
export async function asks(world: World, count: number): Promise<void> {
  const { chance } = world;
  const colleagues = new Map<string, PersonRef>();
  while (colleagues.size < count) {
    const one = world.clinician();
    if (![...world.tracks.values()].some((track) => track.colleague === one.id))
      colleagues.set(personKey(one), one);
  }
  const [first = world.clinician()] = colleagues.values();
  const kind = chance.oneOf(eventKinds);
  const soon = chance.isSo(0.3) ? 'today' : 'week';
  if (count === 1 && chance.isSo(0.15)) await asksForOneself(world, first, { kind, soon });
  else await world.core.refers(someoneElse(world, colleagues), [...colleagues.values()], { kind, soon });
  await track(world, [...colleagues.values()]);
  // A few want none of it.
  if (count === 1 && chance.isSo(0.02))
    world.plan(world.core.now + chance.between(1, 200) * hour, () => erases(world, first));
}

/** Nobody refers themself: for that there's a button of its own. */
function someoneElse(world: World, colleagues: ReadonlyMap<string, PersonRef>): PersonRef {
  for (;;) {
    const asker = world.clinician();
    if (!colleagues.has(personKey(asker))) return asker;
  }
}

async function asksForOneself(
  world: World,
  person: PersonRef,
  answers: { kind: string; soon: string },
): Promise<void> {
  const view = viewOf(await world.core.presses(person, 'support.self'));
  const field = view.fields.find(({ id }) => id === 'supporter');
  const options = field?.type === 'choice' ? field.options : [];
  const supporter = world.chance.isSo(0.5) ? world.chance.oneOf(options).value : 'anyone';
  await world.core.sends(person, 'support.self', { ...answers, supporter });
}

/** In the order in which they were asked for, whatever their ids. */
async function track(world: World, colleagues: readonly PersonRef[]): Promise<void> {
  const rows = await world.db.selectFrom('referrals').select(['id', 'opened_at']).orderBy('id').execute();
  const fresh = rows.filter(({ id }) => !world.tracks.has(id));
  if (fresh.length !== colleagues.length)
    world.wrong.push(`${fresh.length} of ${colleagues.length} were opened`);
  for (const [nth, { id, opened_at }] of fresh.entries())
    world.tracks.set(id, { ...blank, openedAt: opened_at, colleague: colleagues[nth]?.id ?? '' });
}

async function erases(world: World, person: PersonRef): Promise<void> {
  for (const track of world.tracks.values())
    if (track.colleague === person.id) track.erasedAt = world.core.now;
  await world.core.presses(person, 'privacy.forget:yes');
}

const blank = {
  toldAt: null,
  seenAt: null,
  reachedAt: null,
  erasedAt: null,
  offers: 0,
  refusals: 0,
  lapses: 0,
};
