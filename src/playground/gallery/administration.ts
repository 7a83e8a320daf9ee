import type { GalleryEntry } from '../../../adapters/playground/backstage.ts';
import type { Reader } from '../../chat/reader.ts';
import { reportCard } from '../../features/administration/report-card.ts';
import * as figures from '../../features/figures/cards.ts';
import { weekLines } from '../../features/figures/lines.ts';
import * as questions from '../../features/questions/cards.ts';
import * as questionForms from '../../features/questions/forms.ts';
import * as planning from '../../features/questions/planning-cards.ts';
import { card, form } from './entries.ts';
import { planningEntries } from './planning.ts';
import { rolesOf } from './roles.ts';
import * as sample from './samples.ts';

const { now, week } = sample;

const naming = { professions: [], drivers: [], support: [] };

/** The weekly questions and the figures. */
export function administration(reader: Reader): readonly GalleryEntry[] {
  const { member, administrator } = rolesOf(reader);
  const { posted, noNudge } = sample;
  const bank = sample.questions;
  const posting = { weeks: [bank, posted, noNudge], bank: sample.bankSet, edits: null };
  return [
    card('questions: this week', questions.thisWeekCard(member, { ...bank, frozenAt: now })),
    card('questions: this week, for an administrator', questions.thisWeekCard(administrator, posted)),
    card('questions: a week without a nudge', questions.thisWeekCard(member, noNudge)),
    card(
      'questions: the weeks ahead',
      planning.adminCard(reader, {
        planned: [bank, posted, noNudge],
        toEdit: [bank, posted, noNudge],
        next: week,
      }),
    ),
    ...planningEntries(reader),
    form('questions: post', questionForms.postForm(reader, { ...posting, planned: posted })),
    form(
      'questions: post, with the bank below',
      questionForms.postForm(reader, { ...posting, planned: bank }),
    ),
    card('questions: the preview', questions.previewCard(reader, posted, sample.askedBefore)),
    card('questions: the two of a week', { elements: questions.questionElements(reader, posted) }),
    card(
      "questions: Monday's message before the buddies",
      questions.weeklyCard(reader, {
        heading: 'Two questions for you and Ben',
        questions: posted,
        buddyElements: [],
        laterButtons: [],
      }),
    ),
    card(
      'administration: Mondays',
      reportCard(reader, { weeks: sample.figures.weeks.slice(0, 2), next: posted }),
    ),
    card('administration: Mondays, before the first', reportCard(reader, { weeks: [], next: noNudge })),
    card('figures: the last Mondays', figures.figuresCard(reader, sample.figures, 11, naming)),
    card(
      'figures: no Monday yet',
      figures.figuresCard(reader, { weeks: [], quarters: [], pulses: [], together: [] }, 11, naming),
    ),
    card(
      'figures: one week in lines',
      sample.figures.weeks.flatMap((one) => weekLines(reader, one)).join('\n'),
    ),
  ];
}
