import type { Card, Element } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import type { Content, Guide, Resource } from '../../content/content.ts';
import { wordsFor } from './words.ts';

/** The guide that is about danger, and so never stands without the crisis lines. */
const guideAboutDanger = 'worried';

/** All there is, crisis lines first. */
export function resourcesCard(reader: Reader, resources: readonly Resource[]): Card {
  const words = wordsFor(reader);
  const others = resources.filter((resource) => !isCrisis(resource));
  return {
    heading: words.heading,
    elements: [
      text(words.notMonitored),
      ...[...crisisLines(resources), ...others].flatMap((one) => resourceElements(reader, one)),
    ],
  };
}

/** One guide, with the way to each of the others. */
export function guideCard(
  reader: Reader,
  guide: Guide,
  { guides, resources }: Pick<Content, 'guides' | 'resources'>,
): Card {
  const words = wordsFor(reader);
  const lines =
    guide.id === guideAboutDanger
      ? crisisLines(resources).flatMap((one) => resourceElements(reader, one))
      : [];
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
export function shortCrisisLines(reader: Reader, resources: readonly Resource[]): readonly Element[] {
  const words = wordsFor(reader);
  return crisisLines(resources).map(({ name, reach }) => text(`${name}: ${words.howToReach(reach)}`));
}

function crisisLines(resources: readonly Resource[]): readonly Resource[] {
  return resources.filter(isCrisis);
}

function isCrisis(resource: Resource): boolean {
  return resource.kind === 'crisis';
}

function resourceElements(reader: Reader, resource: Resource): readonly Element[] {
  const words = wordsFor(reader);
  const { name, reach, hours, who, about, last_verified } = resource;
  const rest = [hours, who, about].map(asSentence).join(' ');
  return [strong(name), text(words.howToReach(reach)), quiet(`${rest} ${words.lastVerified(last_verified)}`)];
}

function asSentence(said: string): string {
  return /[.!?]$/.test(said) ? said : `${said}.`;
}
