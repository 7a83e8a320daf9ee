import { expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { until } from '../support/hospital.ts';
import { desk, phone, type Stage } from './stage.ts';
import type { WardPage } from './ward-page.ts';

export function hardShiftStories(stage: Stage): void {
  test('after a hard shift: the desk, an offer, a word, and nothing is left behind the curtain', async () => {
    const ward = await stage.visit(desk);
    const { page } = ward;
    const tour = await begin(ward);
    await ward.chat(0).locator('.roster-button', { hasText: 'Elif Kaya' }).waitFor();
    await ward.sees('Nothing here yet.', 1);
    await tour.getByRole('button', { name: 'See the sealed row' }).click();
    const curtain = page.locator('#curtain');
    await curtain.getByRole('heading', { name: /^referrals 1/ }).waitFor();
    expect(await curtain.locator('.held-row').allTextContents()).not.toContainEqual(
      expect.stringMatching(/Chidi|died/),
    );
    await curtain.getByRole('button', { name: 'Close the curtain' }).click();
    await ward.press('Open the desk', 0);
    await offer(ward, 'Gus Moreau');
    await tour.getByText('3 of 6').waitFor();
    await tour.getByRole('button', { name: 'Show Gus Moreau' }).click();
    await saying(ward, 1, 'reached');
    await page.getByText('Saved. Nothing else is written down.').waitFor();
    await ward.expectAccessible();
    await page.keyboard.press('Escape');
    await tour.getByText('5 of 6').waitFor();
    await saying(ward, 1, 'done');
    await page.getByText('Did they want to hear of further help?').waitFor();
    await page.keyboard.press('Escape');
    await ward.sees('Taken care of.', 1);
    await tour.getByRole('button', { name: 'Look behind the curtain' }).click();
    await curtain.getByText('Nothing.', { exact: true }).waitFor();
    await tour.getByText('That was a hard shift').waitFor();
    await tour.getByRole('button', { name: 'Done' }).click();
    expect(await tour.count()).toBe(0);
    ward.expectNoComplaints();
  });

  test('on a phone the hard shift fits, without a mouse, and what is opened is read from its title', async () => {
    const ward = await stage.visit(phone);
    const { page } = ward;
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: 'Ana Silva’s account: English' }).click();
    await page.getByRole('button', { name: 'Ana Silva’s account: Español' }).waitFor();
    await page.getByRole('button', { name: 'After a hard shift' }).focus();
    await page.keyboard.press('Enter');
    const tour = page.getByRole('complementary', { name: 'Tour' });
    await tour.getByRole('button', { name: 'Begin' }).focus();
    await page.keyboard.press('Enter');
    await ward.button('Open the desk').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'The desk' }).waitFor();
    await ward.expectFocus('dialog h2');
    expect(await ward.widthOfContent()).toBe(phone.width);
    await ward.expectAccessible();
    await offer(ward, 'Gus Moreau');
    await tour.getByRole('button', { name: 'Show Gus Moreau' }).click();
    await ward.press('Open');
    await page.getByRole('dialog').waitFor();
    await ward.expectFocus('dialog h2');
    expect(await page.evaluate("document.querySelector('dialog').scrollTop")).toBe(0);
    expect(await ward.widthOfContent()).toBe(phone.width);
    ward.expectNoComplaints();
  });

  test('either tour is left and found again where it was', async () => {
    const ward = await stage.visit(desk);
    const { page } = ward;
    await page.getByText('1 of 5').waitFor();
    await ward.say('/buddy @Ben Okafor');
    await page.getByText('2 of 5').waitFor();
    const tour = await begin(ward);
    await tour.getByRole('button', { name: 'Close the tour' }).click();
    await page.getByRole('button', { name: 'Tour', exact: true }).click();
    await page.getByText('2 of 5').waitFor();
    await page.reload();
    await page.getByText('2 of 5').waitFor();
    await page.getByRole('button', { name: 'After a hard shift' }).click();
    await page.getByText('2 of 6').waitFor();
    await ward.press('Open the desk', 0);
    await page.getByRole('dialog', { name: 'The desk' }).waitFor();
    ward.expectNoComplaints();
  });

  test('who can’t this time leads the tour to who is asked next', async () => {
    const ward = await stage.visit(desk);
    const tour = await begin(ward);
    await ward.press('Open the desk', 0);
    await offer(ward, 'Gus Moreau');
    await tour.getByRole('button', { name: 'Show Gus Moreau' }).click();
    await saying(ward, 1, 'cannot');
    await ward.page.getByText('Someone else will be asked.').waitFor();
    await ward.page.keyboard.press('Escape');
    await tour.getByText('Someone else is asked now.').waitFor();
    await ward.lookThrough('Dana Levi', 1);
    await saying(ward, 1, 'done');
    await tour.getByText('6 of 6').waitFor();
    ward.expectNoComplaints();
  });

  test('someone sets their account to Spanish, and Buddy speaks it with them alone', async () => {
    const ward = await stage.visit(desk);
    await ward
      .chat(0)
      .getByRole('button', { name: /^EN\. Ana Silva/ })
      .click();
    await ward
      .chat(0)
      .getByRole('button', { name: /^ES\. Ana Silva/ })
      .waitFor();
    await ward.say('/buddy status', 0);
    await ward.sees('Todavía no tienes un buddy aquí.', 0);
    await ward.say('/buddy status', 1);
    await ward.sees("You don't have a buddy here yet.", 1);
    await ward.expectAccessible();
    ward.expectNoComplaints();
  });
}

async function begin(ward: WardPage): Promise<Locator> {
  const tour = ward.page.getByRole('complementary', { name: 'Tour' });
  await ward.page.getByRole('button', { name: 'After a hard shift' }).click();
  await tour.getByRole('button', { name: 'Begin' }).click();
  await tour.getByText('2 of 6').waitFor();
  return tour;
}

/** At the open desk: the one that waits goes to this supporter. */
async function offer(ward: WardPage, supporter: string): Promise<void> {
  const { page } = ward;
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Open: Chidi Eze' }).click();
  await dialog.getByLabel('Offer it to').selectOption({ label: supporter });
  await dialog.getByRole('button', { name: 'Offer', exact: true }).click();
  await dialog.getByText(`Offered to ${supporter}. They've been told, without a name.`).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

async function saying(ward: WardPage, pane: number, outcome: string): Promise<void> {
  await until(async () => (await ward.button('Open', pane).count()) === 1);
  await ward.press('Open', pane);
  const dialog = ward.page.getByRole('dialog');
  await dialog.getByLabel('How it stands').selectOption(outcome);
  await dialog.getByRole('button', { name: 'Save' }).click();
}
