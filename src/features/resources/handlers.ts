import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { guideCard, resourcesCard } from './cards.ts';

/** `resources.show`: where to turn, crisis lines first. */
export async function showResources({ actor, content, now }: Turn): Promise<readonly Effect[]> {
  return [reply(resourcesCard(actor.reader, content.resources, now))];
}

/** `resources.guide`: a short guide to read, the first one unless another is asked for. */
export async function showGuide({ actor, content, now }: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { guides, resources } = content;
  const { reader } = actor;
  const guide = guides.find((one) => one.id === intent.about) ?? guides[0];
  return [
    reply(
      guide === undefined ? resourcesCard(reader, resources, now) : guideCard(reader, guide, content, now),
    ),
  ];
}
