import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { guideCard, resourcesCard } from './cards.ts';
import { linesHere } from './own-store.ts';

/** `resources.show`: where to turn, crisis lines first. */
export async function showResources({ db, actor, content, hospital, now }: Turn): Promise<readonly Effect[]> {
  const lines = await linesHere(db, content.resources, hospital.timeZone);
  return [reply(resourcesCard(actor.reader, lines, now))];
}

/** `resources.guide`: a short guide to read, the first one unless another is asked for. */
export async function showGuide(
  { db, actor, content, hospital, now }: Turn,
  intent: Intent,
): Promise<readonly Effect[]> {
  const { guides } = content;
  const resources = await linesHere(db, content.resources, hospital.timeZone);
  const { reader } = actor;
  const guide = guides.find((one) => one.id === intent.about) ?? guides[0];
  return [
    reply(
      guide === undefined
        ? resourcesCard(reader, resources, now)
        : guideCard(reader, guide, { guides, resources }, now),
    ),
  ];
}
