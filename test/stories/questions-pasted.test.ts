import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { until } from '../support/hospital.ts';
import type { OpenView } from '../support/open-view.ts';
import { openModal } from '../support/slack/modal.ts';
import { guid } from '../support/teams/ids.ts';
import { openTwoPlatforms, type TwoPlatforms } from '../support/two-platforms.ts';

let hospital: TwoPlatforms;

beforeEach(async () => {
  hospital = await openTwoPlatforms({
    now: '2026-12-02T15:00:00Z',
    environment: { BUDDY_ADMINS: `slack:UANA,teams:${guid('tea')}` },
  });
});
afterEach(async () => {
  await hospital.close();
  expect(hospital.complaints()).toEqual([]);
});

const twoWeeks = 'Who helped you?\nWho did you help?\n\nWhat was new?\nWhat stayed the same?';

async function pastes(view: OpenView): Promise<void> {
  const wrong = await view.submits({ from: '2026-W50', text: 'Alone?' });
  expect(wrong.text).toContain('Paragraph 1 has one line.');
  const preview = await wrong.submits({ from: '2026-W50', text: twoWeeks });
  expect(preview.text).toContain('Nothing is posted yet.');
  expect(preview.text).toContain('What stayed the same?');
  expect(await posted()).toEqual([]);
  const done = await preview.submits({ sure: 'yes' });
  expect(done.text).toContain('Posted 2 weeks');
  expect(await posted()).toEqual([
    { week: '2026-W50', first: 'Who helped you?', second: 'Who did you help?' },
    { week: '2026-W51', first: 'What was new?', second: 'What stayed the same?' },
  ]);
}

function posted() {
  return hospital.db
    .selectFrom('question_sets')
    .select(['week', 'first', 'second'])
    .where('source', '=', 'posted')
    .orderBy('week')
    .execute();
}

test('a lead on Slack pastes two weeks, corrects one, looks at them and posts them', async () => {
  const ana = hospital.slack.person('UANA', { name: 'Ana Silva' });
  const desk = await ana.command('/buddy', 'admin');
  const replies = ana.replies.length;
  await ana.press(desk, 'questions.admin');
  await until(() => ana.replies.length > replies);
  const weeks = ana.replies.at(-1)?.message;
  if (!weeks) throw new Error('The weeks ahead were not shown.');
  await pastes(await openModal(ana, weeks, 'questions.import'));
});

test('a lead in Teams does the same', async () => {
  const tea = hospital.teams.person('tea', { name: 'Tea Novak' });
  await tea.installs();
  const weeks = await tea.presses(await tea.says('admin'), 'questions.admin');
  await pastes(await tea.opensView(weeks, 'questions.import'));
});
