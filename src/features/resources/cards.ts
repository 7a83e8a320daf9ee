import { sayInstant } from '../../calendar/say.ts';
import type { Button, Card, Element, Words } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import type { Content } from '../../content/content.ts';
import type { Guide } from '../../content/guides.ts';
import { saidIn } from '../../content/languages.ts';
import { linesToVerify, type Resource } from '../../content/resources.ts';
import { callable } from './callable.ts';
import { answering, answeringFirst } from './rules.ts';
import { wordsFor } from './words.ts';

/** The guide that is about danger, and so never stands without the crisis lines. */
const guideAboutDanger = 'worried';

/** All there is, crisis lines first, then what answers at this hour. */
export function resourcesCard(reader: Reader, resources: readonly Resource[], now: number): Card {
  const words = wordsFor(reader);
  const others = answeringFirst(
    resources.filter((resource) => !isCrisis(resource)),
    now,
  );
  return {
    heading: words.heading,
    elements: [
      text(words.notMonitored),
      ...[...crisisLines(resources), ...others].flatMap((one) => resourceElements(reader, one, now)),
    ],
  };
}

/** The way there, for an administrator, saying how many are due. */
export function linesButton(reader: Reader, lines: readonly Resource[], now: number): Button {
  const { lines: words } = wordsFor(reader);
  const due = linesToVerify(lines, now).length;
  return { id: 'program.lines', label: due === 0 ? words.none : words.due(due) };
}

/** One guide, with the way to each of the others. */
export function guideCard(
  reader: Reader,
  guide: Guide,
  { guides, resources }: Pick<Content, 'guides' | 'resources'>,
  now: number,
): Card {
  const words = wordsFor(reader);
  const { title, paragraphs } = saidIn(guide.words, reader.language);
  const lines =
    guide.id === guideAboutDanger
      ? crisisLines(resources).flatMap((one) => resourceElements(reader, one, now))
      : [];
  const buttons = guides
    .filter((other) => other.id !== guide.id)
    .map((other) => ({
      id: `resources.guide:${other.id}`,
      label: saidIn(other.words, reader.language).title,
    }));
  return {
    heading: title,
    elements: [
      ...paragraphs.map(text),
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
  return [
    strong(words.notSafe),
    ...[first, second].flatMap((line) => (line === undefined ? [] : [strong(inShort(reader, line))])),
    ...others.map((line) => quiet(inShort(reader, line))),
  ];
}

/** As many as stand beside the crisis lines without hiding them. */
const localAtOnce = 3;

/** In small print, the first of the hospital's own lines, with their hours. */
export function localLines(reader: Reader, resources: readonly Resource[]): readonly Element[] {
  const local = resources.filter(({ kind }) => kind === 'local').slice(0, localAtOnce);
  return local.map((line) => {
    const { hours } = saidIn(line.words, reader.language);
    return quiet([...inShort(reader, line), ...(hours === '' ? [] : [` (${hours})`])]);
  });
}

function inShort(reader: Reader, { words }: Resource): Exclude<Words, string> {
  const { name, reach } = saidIn(words, reader.language);
  return [`${name}: `, ...callable(wordsFor(reader).howToReach(reach))];
}

/** What can't wait in one line, by the first crisis line. */
export function urgentLine(reader: Reader, resources: readonly Resource[]): Element {
  const [first] = crisisLines(resources);
  const reach = first === undefined ? '' : (saidIn(first.words, reader.language).reach[0] ?? '');
  const inSentence = reach.charAt(0).toLowerCase() + reach.slice(1);
  return strong([wordsFor(reader).cannotWait, ...callable(inSentence), '.']);
}

function crisisLines(resources: readonly Resource[]): readonly Resource[] {
  return resources.filter(isCrisis);
}

function isCrisis(resource: Resource): boolean {
  return resource.kind === 'crisis';
}

function resourceElements(reader: Reader, resource: Resource, now: number): readonly Element[] {
  const words = wordsFor(reader);
  const { name, reach, hours, who, about } = saidIn(resource.words, reader.language);
  const rest = [hours, who, about]
    .filter((said) => said !== '')
    .map(asSentence)
    .join(' ');
  return [
    strong(name),
    text(callable(words.howToReach(reach))),
    ...closedNow(reader, resource, now),
    quiet(`${rest} ${checked(reader, resource)}`.trimStart()),
  ];
}

function closedNow(reader: Reader, resource: Resource, now: number): readonly Element[] {
  const answers = answering(resource, now);
  return answers.now === false ? [text(wordsFor(reader).closedNow(sayInstant(answers.opensAt, reader)))] : [];
}

function checked(reader: Reader, { last_verified, verified_by }: Resource): string {
  const words = wordsFor(reader);
  const on = words.lastVerified(last_verified);
  return verified_by === null ? `${on} ${words.notVerifiedHere}` : on;
}

function asSentence(said: string): string {
  return /[.!?]$/.test(said) ? said : `${said}.`;
}
