import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import { addWeeks, type IsoWeek, parseIsoWeek } from '../../calendar/iso-week.ts';
import type { Effect, FieldErrors } from '../../chat/effect.ts';
import type { Questions } from '../../content/bank.ts';
import { nameOf } from '../../people/name-of.ts';
import { fingerprint } from '../../system/ids.ts';
import { askedBefore, rememberedFrom } from './asked-before.ts';
import { checkImport, type ImportFault } from './import.ts';
import {
  importedView,
  importPreviewView,
  importView,
  type PastedText,
  type PreviewedWeek,
} from './import-view.ts';
import { mostPasted, type PastedFault, readPasted } from './pasted.ts';
import { readPlanning } from './planning.ts';
import { type Planning, type PostedQuestions, weekFault, weekOnOffer, weeksOnOffer } from './rules.ts';
import { findAsked, findPlanned } from './store.ts';
import { saveTogether } from './together.ts';
import type { WeekQuestions } from './week-questions.ts';
import { wordsFor } from './words.ts';

/** Mondays that are passed over, such as holidays, are made up for so far. */
const mostPassedOver = 26;

/** Nothing is taken before it has been looked at. */
export function isNotSure({ answers }: Intent): boolean {
  return answers?.sure !== 'yes';
}

/** `questions.import`: pasted questions of many weeks, first looked at, then posted: all or none. */
export async function importQuestions(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { actor, now } = turn;
  const { reader } = actor;
  const planning = await readPlanning(turn);
  const weeks = await weeksToBeginWith(turn, planning);
  const pasted = readAnswers(intent);
  const view = importView(reader, weeks, pasted);
  if (intent.answers === null) return [{ type: 'view', view }];
  const read = await readWeeks(turn, planning, pasted);
  if (!read.ok) return [{ type: 'view', view, errors: read.errors }];
  const seen = fingerprint(JSON.stringify(read.preview));
  const shown = { pasted, preview: read.preview, seen };
  // What goes has to have been looked at as it stands.
  const replacesNothing = read.preview.every(({ replaces }) => replaces === null);
  const isAsSeen = intent.about === seen || (intent.about === '' && replacesNothing);
  if (isNotSure(intent) || !isAsSeen)
    return [{ type: 'view', view: importPreviewView(reader, weeks, shown) }];
  const posted = read.preview.map((one) => one.posted);
  if (!(await saveTogether(turn.db, posted, { by: nameOf(actor), action: 'posted', now })))
    return [{ type: 'view', view, errors: { from: wordsFor(reader).faults.frozen } }];
  return [{ type: 'view', view: importedView(reader, posted) }];
}

function readAnswers({ answers }: Intent): PastedText {
  const typed = (id: string): string => (typeof answers?.[id] === 'string' ? answers[id] : '');
  return { from: parseIsoWeek(typed('from')), text: typed('text') };
}

type ReadWeeks =
  | { readonly ok: true; readonly preview: readonly PreviewedWeek[] }
  | { readonly ok: false; readonly errors: FieldErrors };

async function readWeeks(turn: Turn, planning: Planning, { from, text }: PastedText): Promise<ReadWeeks> {
  const { db, actor, content } = turn;
  const words = wordsFor(actor.reader);
  const fault = from === null ? 'no-week' : weekFault(from, planning);
  const read = readPasted(text);
  if (from === null || fault !== null || !read.ok) {
    const ofWeek: FieldErrors = fault === null ? {} : { from: words.faults[fault] };
    return { ok: false, errors: read.ok ? ofWeek : { ...ofWeek, text: sayPasted(turn, read.faults) } };
  }
  const standing = await weeksFrom(turn, from, read.weeks.length);
  const imported = paragraphs(read.weeks, standing);
  const how = { planning, bank: content.bank, mayReplace: true };
  const checked = await checkImport(db, imported, how);
  if (!checked.ok) return { ok: false, errors: { text: sayImport(turn, checked.faults) } };
  return { ok: true, preview: await previewOf(turn, checked.weeks, standing) };
}

function paragraphs(weeks: readonly Questions[], standing: readonly WeekQuestions[]) {
  return weeks.map(({ first, second }, place) => ({
    line: place + 1,
    answers: { week: standing[place]?.week, first, second },
  }));
}

async function previewOf(
  { db, content }: Turn,
  weeks: readonly PostedQuestions[],
  standing: readonly WeekQuestions[],
): Promise<readonly PreviewedWeek[]> {
  const [first] = weeks;
  const past = first === undefined ? [] : await findAsked(db, content.bank, rememberedFrom(first.week));
  return weeks.map(({ week, first, second, inSpanish, note }) => {
    const there = standing.find((one) => one.week === week);
    const posted = { week, first, second, inSpanish, note };
    return {
      posted,
      replaces: there?.source === 'posted' ? there.first : null,
      before: askedBefore(posted, past),
    };
  });
}

/** As many weeks as there are paragraphs, without those that are out or have no nudge. */
async function weeksFrom({ db, content }: Turn, from: IsoWeek, count: number): Promise<WeekQuestions[]> {
  const near = Array.from({ length: count + mostPassedOver }, (_, distance) => addWeeks(from, distance));
  const planned = await findPlanned(db, content.bank, near);
  return planned.filter(({ source, frozenAt }) => source !== 'none' && frozenAt === null).slice(0, count);
}

async function weeksToBeginWith(
  { db, now, hospital, content }: Turn,
  planning: Planning,
): Promise<readonly WeekQuestions[]> {
  const next = weekOnOffer(now, hospital.timeZone, planning.frozen);
  const planned = await findPlanned(db, content.bank, weeksOnOffer(planning, hospital.timeZone, next));
  return planned.filter(({ source }) => source !== 'none');
}

function sayPasted({ actor }: Turn, faults: readonly PastedFault[]): string {
  const { faults: said } = wordsFor(actor.reader).import;
  return faults
    .map((fault) => {
      if (fault === 'empty') return said.empty;
      if (fault === 'quotes') return said.quotes;
      if (fault === 'too-many') return said.tooMany(mostPasted);
      return 'row' in fault ? said.cells(fault.row, fault.cells) : said.lines(fault.paragraph, fault.lines);
    })
    .join(' ');
}

/** Of a pasted week only its texts can be wrong, or that it lies too far ahead. */
function sayImport({ actor }: Turn, faults: readonly ImportFault[]): string {
  const { faults: said } = wordsFor(actor.reader).import;
  return faults
    .map(({ line, why }) => (why === 'too-long' ? said.tooLong(line) : said.cannot(line)))
    .join(' ');
}
