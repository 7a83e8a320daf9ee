import { expect, test } from '@jest/globals';
import { until } from '../../support/hospital.ts';
import type { Sitting } from './sitting.ts';
import type { Written } from './written.ts';

/** Two columns and a row a week, as they're copied from a spreadsheet. */
const table = Array.from({ length: 26 }, (_, at) => `First of ${at + 1}?\tSecond of ${at + 1}?`).join('\r\n');

export function questionTasks(sitting: Sitting, written: Written): void {
  test('load 26 weeks from Excel', async () => {
    const { desk } = sitting;
    const { open, paste, text, look, wouldBe, sure, yes, goOn, posted } = written.questions;
    await desk.is('Wil Park');
    await desk.opens(open, paste);
    await desk.fills(text, table);
    await desk.sends(look);
    await desk.dialog.getByText(wouldBe).waitFor();
    await desk.picks(sure, yes);
    await desk.sends(goOn);
    await desk.dialog.getByText(posted).waitFor();
    await desk.ward.page.keyboard.press('Escape');
    await desk.opens(open);
    await desk.ward.chat().getByRole('cell', { name: 'First of 9?' }).last().waitFor();
    await desk.reads();
  });

  test('replace next Monday and take it back', async () => {
    const { desk } = sitting;
    const { open, editWeek, first, second, saved, backToBank, isBank } = written.questions;
    await desk.opens(open);
    const weeks = desk.ward.chat().getByLabel(editWeek, { exact: true }).last();
    await weeks.selectOption({ index: 1 });
    await desk.presses(`${written.questions.apply}: ${editWeek}`);
    await desk.fills(first, 'What made you smile on Friday?');
    await desk.fills(second, 'Who was there?');
    await desk.sends(written.save);
    await desk.reads(saved, 'What made you smile on Friday?');
    await desk.presses(backToBank);
    await desk.reads(isBank);
  });

  test('mark the holidays of a year', async () => {
    const { desk } = sitting;
    const { open, holidays, noneOn, change } = written.questions;
    await desk.opens(open, holidays);
    const boxes = desk.dialog.getByRole('checkbox');
    const [early, late] = [boxes.nth(6), boxes.last()];
    await early.check();
    await late.check();
    const labels = await desk.dialog.locator('label:has(:checked)').allInnerTexts();
    await desk.sends(written.save);
    expect(labels).toHaveLength(2);
    await desk.reads(`${noneOn} ${labels.map((one) => one.trim()).join('; ')}.`);
    await desk.presses(change);
    await until(async () => (await desk.dialog.locator(':checked').count()) === 2);
    await desk.ward.page.keyboard.press('Escape');
  });
}
