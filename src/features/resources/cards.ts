import { sayDate, sayInstant } from '../../calendar/say.ts';
import type { Button, Card, Element, Words } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import type { Content } from '../../content/content.ts';
import type { Guide } from '../../content/guides.ts';
import { saidIn } from '../../content/languages.ts';
import { linesToVerify, type Resource } from '../../content/resources.ts';
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

/** What a message holds on every platform. What has been looked up makes room for the rest. */
const linesAtOnce = 10;

/** For administrators: each line as it stands, and one tap for who has looked it up. What is due comes first. */
export function linesCard(reader: Reader, lines: readonly Resource[], now: number): Card {
  const { lines: words } = wordsFor(reader);
  const due = new Set(linesToVerify(lines, now));
  const sorted = [...lines.filter((line) => due.has(line)), ...lines.filter((line) => !due.has(line))];
  return {
    heading: words.title,
    elements: [
      text(words.howTo),
      ...sorted.slice(0, linesAtOnce).flatMap((line) => lineElements(reader, line, due.has(line))),
      ...(sorted.length > linesAtOnce ? [quiet(words.andMore(sorted.length - linesAtOnce))] : []),
      quiet(words.toChange),
    ],
  };
}

function lineElements(reader: Reader, line: Resource, isDue: boolean): readonly Element[] {
  const { lines: words, howToReach } = wordsFor(reader);
  const { name, reach } = saidIn(line.words, reader.language);
  const date = sayDate(Date.parse(line.last_verified), { ...reader, timeZone: 'UTC' });
  const standing =
    line.verified_by === null ? words.never : isDue ? words.longAgo(date) : words.verified(date);
  const verify: Button = {
    id: `program.lines:${line.id}`,
    label: words.verify,
    spoken: words.verifyOne(name),
  };
  return [
    strong(name),
    text(callable(howToReach(reach))),
    quiet(standing),
    { type: 'buttons', buttons: [verify] },
  ];
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
  const short = (line: Resource): Words => {
    const { name, reach } = saidIn(line.words, reader.language);
    return [`${name}: `, ...callable(words.howToReach(reach))];
  };
  return [
    strong(words.notSafe),
    ...[first, second].flatMap((line) => (line === undefined ? [] : [strong(short(line))])),
    ...others.map((line) => quiet(short(line))),
  ];
}

/** The same in one line, by the first crisis line. */
export function urgentLine(reader: Reader, resources: readonly Resource[]): Element {
  const [first] = crisisLines(resources);
  const reach = first === undefined ? '' : (saidIn(first.words, reader.language).reach[0] ?? '');
  const inSentence = reach.charAt(0).toLowerCase() + reach.slice(1);
  return strong([wordsFor(reader).cannotWait, ...callable(inSentence), '.']);
}

/** A number that's called stands after the word; where nothing is called, all of it is words. */
function callable(reach: string): Exclude<Words, string> {
  const found = /\b(call(?: or text)?|llama(?: o escribe)? al) (\+?\d[\d-]{2,})/i.exec(reach);
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

function resourceElements(reader: Reader, resource: Resource, now: number): readonly Element[] {
  const words = wordsFor(reader);
  const { name, reach, hours, who, about } = saidIn(resource.words, reader.language);
  const rest = [hours, who, about].map(asSentence).join(' ');
  return [
    strong(name),
    text(callable(words.howToReach(reach))),
    ...closedNow(reader, resource, now),
    quiet(`${rest} ${checked(reader, resource)}`),
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
