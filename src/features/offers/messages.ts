import { asCard } from '../../chat/say.ts';
import type { Executor } from '../../db/schema.ts';
import { findReader } from '../../people/find-reader.ts';
import { sendLater } from '../referrals/messages.ts';
import type { Supporter } from '../supporters/store.ts';
import { wordsFor } from './words.ts';

/** A word in four weeks that names nobody. */
export async function sendFourWeeks(db: Executor, to: Supporter, now: number): Promise<void> {
  await sendLater(db, to, asCard(wordsFor(await findReader(db, to.person)).fourWeeks), now);
}
