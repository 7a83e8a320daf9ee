import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import type { Language } from '../../chat/language.ts';
import { cleanName } from '../../chat/name.ts';
import { reply } from '../../chat/say.ts';
import { languagesOf } from '../../content/languages.ts';
import { announcementCard } from './cards.ts';
import { announcementForm } from './forms.ts';
import { wordsFor } from './words.ts';

/** `program.announce`: the announcement, to copy; about `name`, what to fill in; about a language, the same in that one. */
export async function announce(turn: Turn, { about, answers }: Intent): Promise<readonly Effect[]> {
  const { actor, content, hospital } = turn;
  const { reader } = actor;
  const announcement = content.launch.find(({ id }) => id === 'announcement');
  if (announcement === undefined) return [reply(wordsFor(reader).chat.none)];
  if (about === 'name') return [{ type: 'open-form', form: announcementForm(reader, announcement) }];
  const written = languagesOf(announcement.words);
  const wanted = written.find((one) => one === (answers?.language ?? (about || reader.language)));
  const language: Language = wanted ?? 'en';
  const name = typeof answers?.hospital === 'string' ? cleanName(answers.hospital) : null;
  const { platforms, link } = hospital;
  const card = announcementCard(reader, announcement, {
    language,
    hospital: name,
    wayIn: { platforms, link },
  });
  return [about === '' ? reply(card) : { type: 'replace', card }];
}
