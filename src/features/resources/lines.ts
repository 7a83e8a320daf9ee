import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { linesCard } from './cards.ts';
import { saveVerified, withVerified } from './store.ts';

/** `program.lines`: which lines someone should look up again; about one of them, that it was looked up today. */
export async function verifyLines(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { db, now, actor, content, hospital } = turn;
  const line = content.resources.find(({ id }) => id === intent.about);
  if (line !== undefined) await saveVerified(db, line, now);
  const lines = await withVerified(db, content.resources, hospital.timeZone);
  const card = linesCard(actor.reader, lines, now);
  return [line === undefined ? reply(card) : { type: 'replace', card }];
}
