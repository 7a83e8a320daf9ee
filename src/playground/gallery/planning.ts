import type { GalleryEntry } from '../../../adapters/playground/backstage.ts';
import { addWeeks } from '../../calendar/iso-week.ts';
import type { Reader } from '../../chat/reader.ts';
import * as forms from '../../features/questions/forms.ts';
import * as views from '../../features/questions/import-view.ts';
import { mostPasted } from '../../features/questions/pasted.ts';
import * as cards from '../../features/questions/planning-cards.ts';
import * as sample from './samples.ts';

/** What comes of planning weeks, and its forms but for that of one week's questions. */
export function planningEntries(reader: Reader): readonly GalleryEntry[] {
  const { questions, posted, noNudge } = sample;
  const { week } = questions;
  const weeks = [questions, posted];
  const preview = Array.from({ length: mostPasted }, (_, place) => ({
    posted: { ...questions, week: addWeeks(week, place) },
    replaces: posted.first,
    before: sample.askedBefore,
  }));
  const pasted = { from: week, text: `${questions.first}\n${questions.second}` };
  const shown = { pasted, preview, seen: 'a'.repeat(64) };
  const taken = preview.map((one) => one.posted);
  const said = { bringsBack: true, before: sample.askedBefore };
  return [
    {
      name: 'questions: not an administrator',
      card: cards.notAdministratorCard(reader, 'playground:ana'),
    },
    { name: 'questions: saved', card: cards.savedCard(reader, posted, said) },
    {
      name: 'questions: too late to edit',
      card: cards.cannotEditCard(reader, 'These questions are out already.'),
    },
    { name: 'questions: paste many weeks', view: views.importView(reader, weeks, { ...pasted, text: '' }) },
    { name: 'questions: the pasted weeks', view: views.importPreviewView(reader, weeks, shown) },
    { name: 'questions: pasted and posted', view: views.importedView(reader, taken) },
    { name: 'questions: swap two weeks', form: forms.moveForm(reader, weeks) },
    { name: 'questions: swapped', card: cards.movedCard(reader, weeks) },
    { name: 'questions: leave a week out', form: forms.skipForm(reader, [questions, noNudge]) },
    { name: 'questions: nothing goes out', card: cards.skippedCard(reader, week, false) },
    { name: 'questions: goes out as usual', card: cards.skippedCard(reader, week, true) },
    { name: 'questions: holidays', form: forms.holidaysForm(reader, [questions, noNudge]) },
    { name: 'questions: the holidays', card: cards.holidaysCard(reader, [week]) },
    { name: 'questions: no holidays', card: cards.holidaysCard(reader, []) },
  ];
}
