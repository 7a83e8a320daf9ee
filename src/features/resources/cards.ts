import type { Card, Element, Words } from '../../chat/card.ts';
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

/**
 * For someone who may be in danger, before anything else: what to do at once, by the first two crisis lines, and the
 * others in small print.
 */
export function urgentLines(reader: Reader, resources: readonly Resource[]): readonly Element[] {
  const words = wordsFor(reader);
  const [first, second, ...others] = crisisLines(resources);
  const short = ({ name, reach }: Resource): Words => [`${name}: `, ...callable(words.howToReach(reach))];
  return [
    strong(words.notSafe),
    ...[first, second].flatMap((line) => (line === undefined ? [] : [strong(short(line))])),
    ...others.map((line) => quiet(short(line))),
  ];
}

/** The same in one line, by the first crisis line. */
export function urgentLine(reader: Reader, resources: readonly Resource[]): Element {
  const reach = crisisLines(resources)[0]?.reach[0] ?? '';
  const inSentence = reach.charAt(0).toLowerCase() + reach.slice(1);
  return strong([wordsFor(reader).cannotWait, ...callable(inSentence), '.']);
}

/** A number that's called stands after the word; where nothing is called, all of it is words. */
function callable(reach: string): Exclude<Words, string> {
  const found = /\b(call(?: or text)?) (\+?\d[\d-]{2,})/i.exec(reach);
  if (found === null) return [reach];
  const [said, how = '', phone = ''] = found;
  const before = reach.slice(0, found.index);
  return [`${before}${how} `, { phone }, ...callable(reach.slice(found.index + said.length))].filter(
    (part) => part !== '',
  );
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
  return [
    strong(name),
    text(callable(words.howToReach(reach))),
    quiet(`${rest} ${words.lastVerified(last_verified)}`),
  ];
}

function asSentence(said: string): string {
  return /[.!?]$/.test(said) ? said : `${said}.`;
}
