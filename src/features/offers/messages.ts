import { asCard } from '../../chat/say.ts';
import { findReader, type Telling } from '../../people/find-reader.ts';
import { sendLater } from '../referrals/messages.ts';
import type { Supporter } from '../supporters/store.ts';
import { wordsFor } from './words.ts';

/** A word in four weeks that names nobody. */
export async function sendFourWeeks(parts: Telling, to: Supporter): Promise<void> {
  const reader = await findReader(parts.db, to.person, parts.hospital, to);
  await sendLater(parts, to, asCard(wordsFor(reader).fourWeeks));
}
