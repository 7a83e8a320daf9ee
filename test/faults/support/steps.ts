import fc from 'fast-check';
import { weekOf } from '../../../src/calendar/iso-week.ts';
import type { Act } from './acts.ts';
import { fits } from './at-once.ts';
import type { Buddies } from './buddies.ts';
import { broken } from './invariants.ts';
import { pictureIn } from './likeness.ts';
import { doIt, learnIds, type Real, reachFor, type Wish } from './reach.ts';

export const everybody = ['UANA', 'UBEN', 'UCHO', 'UDOV', 'UEVE'] as const;

type Step = fc.AsyncCommand<Buddies, Real>;

class People implements Step {
  private readonly wishes: readonly Wish[];

  constructor(wishes: readonly Wish[]) {
    this.wishes = wishes;
  }

  check(): boolean {
    return true;
  }

  async run(model: Buddies, real: Real): Promise<void> {
    const acts = this.wishes.flatMap((wish) => reachFor(model, real, wish) ?? []);
    const replies = await Promise.all(acts.map((act) => doIt(real, model, act)));
    const ordered = fits(model, acts, await pictureIn(real.bot.db, real.bot.now));
    if (ordered === null) {
      const seen = JSON.stringify(await pictureIn(real.bot.db, real.bot.now));
      throw new Error(`no order of ${JSON.stringify(acts)} explains ${seen}, after ${JSON.stringify(model)}`);
    }
    real.tally.acts += acts.length;
    real.tally.atOnce += acts.length > 1 ? acts.length : 0;
    for (const act of ordered) {
      model.does(act);
      if (act.type === 'expire') continue;
      if (act.type === 'forget') real.forgotten.add(act.by);
      else real.forgotten.delete(act.by);
      if (act.type === 'invite') real.forgotten.delete(act.who);
    }
    await learnIds(model, real, new Map(acts.map((act, index) => [act, replies[index] ?? ''])));
    await check(real);
    passes(model, real, 1_000);
  }

  toString(): string {
    return this.wishes.map(({ type, by, who, pick }) => `${type}(${by}, ${who}, ${pick})`).join(' | ');
  }
}

class Time implements Step {
  private readonly hours: number;

  constructor(hours: number) {
    this.hours = hours;
  }

  check(): boolean {
    return true;
  }

  async run(model: Buddies, real: Real): Promise<void> {
    passes(model, real, this.hours * 3_600_000);
    await check(real);
  }

  toString(): string {
    return `${this.hours} h pass`;
  }
}

class Delivery implements Step {
  check(): boolean {
    return true;
  }

  async run(_: Buddies, real: Real): Promise<void> {
    await real.bot.deliver();
    await check(real);
  }

  toString(): string {
    return 'everything arrives';
  }
}

function passes(model: Buddies, real: Real, ms: number): void {
  real.bot.now += ms;
  model.now = real.bot.now;
  model.week = Number(weekOf(real.bot.now, 'Europe/Paris').replace('-W', ''));
}

async function check({ bot, forgotten }: Real): Promise<void> {
  const faults = [...bot.bugs, ...(await broken(bot.db, forgotten))];
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

const person = fc.constantFrom(...everybody);
const kinds: readonly { readonly weight: number; readonly type: Act['type'] }[] = [
  { weight: 6, type: 'invite' },
  { weight: 5, type: 'accept' },
  { weight: 2, type: 'decline' },
  { weight: 2, type: 'withdraw' },
  { weight: 2, type: 'end' },
  { weight: 3, type: 'acknowledge' },
  { weight: 2, type: 'code' },
  { weight: 3, type: 'join' },
  { weight: 1, type: 'pause' },
  { weight: 1, type: 'resume' },
  { weight: 2, type: 'forget' },
  { weight: 1, type: 'expire' },
];
const wish: fc.Arbitrary<Wish> = fc.record({
  type: fc.oneof(...kinds.map(({ weight, type }) => ({ weight, arbitrary: fc.constant(type) }))),
  by: person,
  who: person,
  pick: fc.nat({ max: 23 }),
});

/** One code each at a time: of two that were made in the same instant none is the older. */
const atOnce = fc.uniqueArray(wish, {
  minLength: 2,
  maxLength: 4,
  selector: ({ type, by, pick }) => (type === 'code' ? `code ${by}` : `${type} ${by} ${pick}`),
});

export const steps: fc.Arbitrary<Step>[] = [
  wish.map((one) => new People([one])),
  wish.map((one) => new People([one])),
  atOnce.map((wishes) => new People(wishes)),
  atOnce.map((wishes) => new People(wishes)),
  fc.constantFrom(2, 26, 24 * 8, 24 * 15, 24 * 31).map((hours) => new Time(hours)),
  fc.constant(new Delivery()),
];
