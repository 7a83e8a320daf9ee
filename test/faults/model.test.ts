import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { Buddies } from './support/buddies.ts';
import { again, seed } from './support/chance.ts';
import { databases } from './support/databases.ts';
import type { Real } from './support/reach.ts';
import { realBot } from './support/real-bot.ts';
import { report } from './support/report.ts';
import { patienceMs, sized } from './support/size.ts';
import { steps } from './support/steps.ts';

const wednesday = Date.parse('2026-11-25T12:00:00Z');

describe.each(databases)('$name', (kind) => {
  test(
    'whatever people do, one after the other or at once, ends as a small model says it must',
    async () => {
      const fresh = await kind.fresh();
      const db = openDatabase(fresh.url);
      await migrate(db);
      const tally = { acts: 0, atOnce: 0 };
      const runs = sized({ short: 40, long: 1_000 });
      try {
        await fc.assert(
          fc.asyncProperty(fc.commands(steps, { maxCommands: 50, size: 'max' }), async (commands) => {
            await clear(db);
            const real: Real = { bot: realBot(db, wednesday), ids: new Map(), forgotten: new Set(), tally };
            await fc.asyncModelRun(() => ({ model: new Buddies(wednesday), real }), commands);
          }),
          { numRuns: runs, seed, endOnFailure: false, interruptAfterTimeLimit: patienceMs - 20_000 },
        );
      } finally {
        await db.destroy();
        await fresh.remove();
      }
      report({
        run: `model of buddies, ${kind.name}`,
        did: `${runs} lives, ${tally.acts} acts, ${tally.atOnce} of them at once with others`,
        found: 'every one ended as the model says, and every invariant held after each',
      });
      expect({ enough: tally.acts > runs * 10, again }).toEqual({ enough: true, again });
    },
    patienceMs,
  );

  test('someone who erases themselves while they do something else is answered like anyone new', async () => {
    const fresh = await kind.fresh();
    const db = openDatabase(fresh.url);
    await migrate(db);
    const bot = realBot(db, wednesday);
    await bot.command('UANA', 'invite');
    const [, reply] = await Promise.all([
      bot.press('UANA', 'privacy.forget:yes'),
      bot.command('UANA', 'invite'),
    ]);
    expect(bot.bugs).toEqual([]);
    expect(reply).toMatch(/join [0-9A-Z]{4}-[0-9A-Z]{4}/);
    await db.destroy();
    await fresh.remove();
  });
});

async function clear(db: Database): Promise<void> {
  for (const table of [
    ...(['outbox', 'inbox', 'pace', 'addresses', 'acknowledgements', 'reaches', 'nudges_not_sent'] as const),
    ...(['nudge_sums', 'checkin_sums', 'invitation_codes', 'wrong_codes', 'invitations', 'pairs'] as const),
    ...(['releases', 'pair_sums', 'kept_asks', 'linked_accounts', 'link_codes'] as const),
    ...(['question_sets', 'contacts', 'members'] as const),
  ])
    await db.deleteFrom(table).execute();
}
