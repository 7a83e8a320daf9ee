import type { Card, Element } from '../../chat/card.ts';
import { quiet, text } from '../../chat/say.ts';
import type { Guide, Resource } from '../../content/content.ts';
import { words } from './words.en.ts';

/** The guide that is about danger, and so never stands without the crisis lines. */
const guideAboutDanger = 'worried';

/** All there is, crisis lines first. */
export function resourcesCard(resources: readonly Resource[]): Card {
  const others = resources.filter((resource) => !isCrisis(resource));
  return {
    heading: words.heading,
    elements: [text(words.notMonitored), ...[...crisisLines(resources), ...others].flatMap(resourceElements)],
  };
}

/** One guide, with the way to each of the others. */
export function guideCard(guide: Guide, guides: readonly Guide[], resources: readonly Resource[]): Card {
  const lines = guide.id === guideAboutDanger ? crisisLines(resources).flatMap(resourceElements) : [];
  const buttons = guides
    .filter((other) => other.id !== guide.id)
    .map((other) => ({ id: `resources.guide:${other.id}`, label: other.title }));
  return {
    heading: guide.title,
    elements: [
      ...guide.paragraphs.map(text),
      ...(lines.length === 0 ? [] : [{ type: 'divider' } as const, ...lines]),
      ...(buttons.length === 0 ? [] : [quiet(words.otherGuides), { type: 'buttons', buttons } as const]),
    ],
  };
}

/** The crisis lines, one short line each: whom to reach, and how. */
export function shortCrisisLines(resources: readonly Resource[]): readonly Element[] {
  return crisisLines(resources).map(({ name, reach }) => text(`${name}: ${words.howToReach(reach)}`));
}

function crisisLines(resources: readonly Resource[]): readonly Resource[] {
  return resources.filter(isCrisis);
}

function isCrisis(resource: Resource): boolean {
  return resource.kind === 'crisis';
}

function resourceElements(resource: Resource): readonly Element[] {
  const { name, reach, hours, who, about, last_verified } = resource;
  const rest = [hours, who, about].map(asSentence).join(' ');
  return [
    { type: 'text', tone: 'strong', words: name },
    text(words.howToReach(reach)),
    quiet(`${rest} ${words.lastVerified(last_verified)}`),
  ];
}

function asSentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
