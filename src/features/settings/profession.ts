import type { Intent } from '../../bot/intent.ts';
import type { MemberTurn } from '../../bot/turn.ts';
import type { Element } from '../../chat/card.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { noChoice } from '../../content/choices.ts';
import { professionOf, saveProfession } from '../../people/members/profession-store.ts';
import { holdAsk, isAsked } from '../program/asks-store.ts';
import { professionCard, professionElements } from './profession-cards.ts';
import { wordsFor } from './words.ts';

/** `settings.profession`: said or taken back at one tap, where an administrator lets members be asked. */
export async function sayProfession(turn: MemberTurn, { about }: Intent): Promise<readonly Effect[]> {
  const { db, actor, content } = turn;
  const { professions } = content.support.choices;
  const words = wordsFor(actor.reader).profession;
  if (about === noChoice) {
    await saveProfession(db, actor.member.id, null);
    return [reply(professionCard(actor.reader, professions, null))];
  }
  await holdAsk(db, 'profession');
  if (!(await isAsked(db, 'profession'))) return [reply(words.notAsked)];
  if (!professions.some(({ id }) => id === about))
    return [reply({ elements: await professionSettings(turn) })];
  await saveProfession(db, actor.member.id, about);
  return [reply(professionCard(actor.reader, professions, about))];
}

/** What the settings show of it: nothing while nobody is asked. */
export async function professionSettings({
  db,
  actor,
  content,
}: Pick<MemberTurn, 'db' | 'actor' | 'content'>): Promise<readonly Element[]> {
  if (!(await isAsked(db, 'profession'))) return [];
  const mine = await professionOf(db, actor.member.id);
  return professionElements(actor.reader, content.support.choices.professions, mine);
}
