import { runChild } from '../child.ts';
import { type Figure, type Measured, median } from '../figure.ts';
import { withFolder } from '../with-folder.ts';

interface Planned {
  readonly ms: number;
  readonly perSecond: number;
}

const rounds = 3;

/** What a Monday's planning costs: it follows who is due, not who is there. */
export const planning: Figure = {
  name: 'planning',
  title: 'planning a Monday, 1,000,000 members',
  async measure(): Promise<readonly Measured[]> {
    const all = await plan(1_000_000, 100_000);
    const few: Planned[] = [];
    const fewOfFew: Planned[] = [];
    for (let round = 0; round < rounds; round += 1) {
      few.push(await plan(1_000_000, 1_000));
      fewOfFew.push(await plan(10_000, 1_000));
    }
    const [ofMany, ofFew] = [few, fewOfFew].map((runs) => median(runs.map(({ ms }) => ms))) as [
      number,
      number,
    ];
    return [
      {
        what: 'members planned a second, 100,000 due',
        ours: all.perSecond,
        floor: 50_000,
        against: 'the aim',
        ratio: all.perSecond / 50_000,
        aim: { atLeast: 1 },
      },
      {
        what: 'ms for 1,000 due of 1,000,000',
        ours: ofMany,
        floor: ofFew,
        against: '1,000 due of 10,000',
        ratio: ofMany / ofFew,
        aim: { atMost: 1.2 },
      },
    ];
  },
};

function plan(members: number, due: number): Promise<Planned> {
  return withFolder((folder) =>
    runChild<Planned>('bench/subjects/planning.ts', {
      DATABASE: `sqlite:${folder}/buddy.db`,
      MEMBERS: String(members),
      DUE: String(due),
    }),
  );
}
