import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Words } from '../../chat/card.ts';
import type { Effect, FieldErrors } from '../../chat/effect.ts';
import type { Answers } from '../../chat/form.ts';
import { replace, reply } from '../../chat/say.ts';
import { takeTurn } from '../../db/locks.ts';
import { nameOf } from '../../people/name-of.ts';
import { writeAudit } from '../audit/store.ts';
import { linesCard, ownLineCard } from '../resources/lines-view.ts';
import { asResource, isThere, mostOwnLines, type OwnLine, type WrittenLine } from '../resources/own-lines.ts';
import { addOwnLine, findOwnLines, linesHere, removeOwnLine, saveOwnLine } from '../resources/own-store.ts';
import { onOneLine, readReach } from '../resources/reach.ts';
import { type LineText, lineForm, lineTexts, longestWords } from './line-form.ts';
import { wordsFor } from './words.ts';

/** Two who add a line at once do it one after the other, so that none stands twice. */
const turnName = 'hospital-lines';

/** `program.line`: a line of the hospital's own; about one of them, changed. */
export async function editLine(turn: Turn, { about, answers }: Intent): Promise<readonly Effect[]> {
  const { db, actor, content, hospital } = turn;
  const words = wordsFor(actor.reader).line;
  if (answers !== null) await takeTurn(db, turnName);
  const own = await findOwnLines(db);
  const edited = own.find(({ id }) => id === about) ?? null;
  if (about !== '' && edited === null) return [reply(words.gone)];
  if (edited === null && own.length >= mostOwnLines) return [reply(words.enough(mostOwnLines))];
  const form = lineForm(actor.reader, edited);
  if (answers === null) return [{ type: 'open-form', form }];
  const { written, errors } = readLine(answers, words);
  if (written === null) return [{ type: 'form-errors', form, errors }];
  const others = own.filter((line) => line !== edited).map((line) => asResource(line, hospital.timeZone));
  if (isThere(written, [...content.resources, ...others]))
    return [{ type: 'form-errors', form, errors: { name: words.there } }];
  const line = await save(turn, edited, written);
  const said = edited === null ? words.added(line.name) : words.edited(line.name);
  return [reply(ownLineCard(actor.reader, said, asResource(line, hospital.timeZone)))];
}

async function save(
  { db, actor, now }: Turn,
  edited: OwnLine | null,
  written: WrittenLine,
): Promise<OwnLine> {
  const line =
    edited === null ? await addOwnLine(db, written, now) : await saveOwnLine(db, edited.id, written, now);
  const action = edited === null ? 'added-line' : 'edited-line';
  await writeAudit(db, { by: nameOf(actor), action, about: line.name }, now);
  return line;
}

/** `program.line-remove`: one of the hospital's own goes at the press. Those of the file stay, crisis lines above all. */
export async function removeLine(turn: Turn, { about }: Intent): Promise<readonly Effect[]> {
  const { db, actor, now, content, hospital } = turn;
  const words = wordsFor(actor.reader).line;
  await takeTurn(db, turnName);
  const line = (await findOwnLines(db)).find(({ id }) => id === about);
  if (line !== undefined) {
    await removeOwnLine(db, line.id);
    await writeAudit(db, { by: nameOf(actor), action: 'removed-line', about: line.name }, now);
  }
  const lines = await linesHere(db, content.resources, hospital.timeZone);
  const isListed = content.resources.some(({ id }) => id === about);
  const said = line !== undefined ? words.removed(line.name) : isListed ? words.listed : words.gone;
  return [replace(linesCard(actor.reader, { lines, now, said, about: '' }))];
}

type Sentences = ReturnType<typeof wordsFor>['line'];

/** All of it, or what's wrong, field by field. */
function readLine(
  answers: Answers,
  words: Sentences,
): { readonly written: WrittenLine | null; readonly errors: FieldErrors } {
  const errors: Record<string, Words> = {};
  const read = (id: LineText): string => onOneLine(typed(answers, id));
  for (const id of lineTexts) if (read(id).length > longestWords) errors[id] = words.tooLong(longestWords);
  if (!/[\p{L}\p{N}]/u.test(read('name'))) errors.name = words.noName;
  const way = readReach(typed(answers, 'reach'));
  if (!way.ok) errors.reach = words.reachFaults[way.fault];
  if (!way.ok || Object.keys(errors).length > 0) return { written: null, errors };
  const english = { name: read('name'), hours: read('hours'), who: read('who') };
  const spanish = { nameEs: read('nameEs'), hoursEs: read('hoursEs'), whoEs: read('whoEs') };
  return { written: { reach: way.reach, ...english, ...spanish }, errors };
}

function typed(answers: Answers, id: LineText | 'reach'): string {
  const answer = answers[id];
  return typeof answer === 'string' ? answer : '';
}
