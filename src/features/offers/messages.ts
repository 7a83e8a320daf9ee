import { asCard } from '../../chat/say.ts';
import { findReader, type Telling } from '../../people/find-reader.ts';
import { sendLater } from '../referrals/messages.ts';
import type { Supporter } from '../supporters/store.ts';
import { wordsFor } from './words.ts';

/** A word in four weeks that names nobody. */
export async function sendFourWeeks({ db, now, hospital }: Telling, to: Supporter): Promise<void> {
  await sendLater(db, to, asCard(wordsFor(await findReader(db, to.person, hospital)).fourWeeks), now);
}
