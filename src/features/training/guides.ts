import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { guidesView, guideView } from './guide-view.ts';
import { wordsFor } from './words.ts';

/** `support.guide`: the longer texts, for anyone. That someone read one stands nowhere. */
export async function showSupportGuide(
  { actor, content }: Turn,
  { about }: Intent,
): Promise<readonly Effect[]> {
  const { texts } = content.support;
  const [wanted = '', page] = about.split('/');
  const guide = texts.find(({ id }) => id === wanted);
  if (guide !== undefined) return [{ type: 'view', view: guideView(actor.reader, guide, page) }];
  const said = wanted === '' ? null : wordsFor(actor.reader).guide.gone;
  return [{ type: 'view', view: guidesView(actor.reader, texts, said) }];
}
