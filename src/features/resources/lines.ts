import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { replace, reply } from '../../chat/say.ts';
import { linesCard } from './lines-view.ts';
import { linesHere } from './own-store.ts';
import { saveVerified } from './store.ts';

/** `program.lines`: which lines someone should look up again; about one of them, that it was looked up today. */
export async function verifyLines(turn: Turn, { about }: Intent): Promise<readonly Effect[]> {
  const { db, now, actor, content, hospital } = turn;
  const read = () => linesHere(db, content.resources, hospital.timeZone);
  const before = await read();
  const line = before.find(({ id }) => id === about);
  if (line !== undefined) await saveVerified(db, line, now);
  const lines = line === undefined ? before : await read();
  const card = linesCard(actor.reader, { lines, now, said: null, about });
  return [about === '' ? reply(card) : replace(card)];
}
