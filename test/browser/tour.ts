import { expect, test } from '@jest/globals';
import { desk, phone, type Stage } from './stage.ts';

export function tourStories(stage: Stage): void {
  test('the tour at a desk: invite, accept, Monday, a check-in, and a look behind the curtain', async () => {
    const ward = await stage.visit(desk);
    const tour = ward.page.getByRole('complementary', { name: 'Tour' });
    await tour.getByText('1 of 5').waitFor();
    await tour.getByRole('button', { name: 'Write it for me' }).click();
    await ward.sendWhatIsWritten();
    await tour.getByText('2 of 5').waitFor();
    await ward.sees('Ana Silva would like to be your buddy here.', 1);
    await ward.press('Accept', 1);
    await tour.getByText('3 of 5').waitFor();
    await tour.getByRole('button', { name: 'Next Monday' }).click();
    await tour.getByText('4 of 5').waitFor();
    await ward.sees('Two questions for you and', 0);
    await ward.sees('Two questions for you and', 1);
    await ward.press(/^We checked in/, 1);
    await ward.sees('You and Ben Okafor checked in this week.', 0);
    await ward.sees('edited', 0);
    await tour.getByText('5 of 5').waitFor();
    await tour.getByRole('button', { name: 'Look behind the curtain' }).click();
    await ward.page
      .locator('#curtain')
      .getByRole('heading', { name: /^acknowledgements/ })
      .waitFor();
    await tour.getByText('That was a Monday').waitFor();
    await tour.getByRole('button', { name: 'Done' }).click();
    expect(await tour.count()).toBe(0);
    await ward.page.reload();
    await ward.chat(1).waitFor();
    expect(await tour.count()).toBe(0);
    await ward.page.getByRole('button', { name: 'Tour', exact: true }).click();
    await tour.getByText('5 of 5').waitFor();
    ward.expectNoComplaints();
  });

  test('the tour on a phone: one chat at a time, and an unread mark where something waits', async () => {
    const ward = await stage.visit(phone);
    const tour = ward.page.getByRole('complementary', { name: 'Tour' });
    expect(await ward.page.locator('.chat').count()).toBe(1);
    await tour.getByRole('button', { name: 'Write it for me' }).click();
    await ward.sendWhatIsWritten();
    await ward.chat().getByText('1 unread in other chats').waitFor({ state: 'attached' });
    await tour.getByRole('button', { name: 'Show Ben Okafor' }).click();
    await ward.press('Accept');
    await tour.getByRole('button', { name: 'Next Monday' }).click();
    await ward.press(/^We checked in/);
    await ward.lookThrough('Ana Silva');
    await ward.sees('You and Ben Okafor checked in this week.');
    await tour.getByRole('button', { name: 'Look behind the curtain' }).click();
    const curtain = ward.page.locator('#curtain');
    await curtain.getByRole('heading', { name: /^pairs/ }).waitFor();
    expect(await ward.widthOfContent()).toBe(phone.width);
    await ward.page.keyboard.press('Escape');
    await curtain.waitFor({ state: 'detached' });
    await tour.getByRole('button', { name: 'Done' }).click();
    ward.expectNoComplaints();
  });

  test('Sunday night, as administrator: half a year passes, sums, questions of your own, and Monday', async () => {
    const ward = await stage.visit(desk);
    await ward.lookThrough('Wil Park', 1);
    await ward.press('Sunday night, as administrator', 1);
    const tour = ward.page.getByRole('complementary', { name: 'Tour' });
    await tour.getByRole('button', { name: 'Let half a year pass' }).click();
    await tour.getByRole('progressbar', { name: 'Half a year' }).waitFor();
    await tour.getByText('2 of 5').waitFor({ timeout: 90_000 });
    await tour.getByRole('button', { name: 'Write it for me' }).click();
    await ward.sendWhatIsWritten();
    await tour.getByText('3 of 5').waitFor();
    await ward.press('Figures', 1);
    await ward.sees(/\d{3} members were due/, 1);
    await tour.getByText('4 of 5').waitFor();
    await ward.expectAccessible();
    await ward.press('Post questions', 1);
    const dialog = ward.page.getByRole('dialog');
    await dialog
      .getByRole('textbox', { name: 'First question', exact: true })
      .fill('What made you smile on Friday?');
    await dialog.getByRole('textbox', { name: 'Second question', exact: true }).fill('Who was there?');
    await dialog.locator('[type="submit"]').click();
    await tour.getByText('5 of 5').waitFor();
    await tour.getByRole('button', { name: 'Next Monday' }).click();
    await tour.getByText('That was a Sunday night').waitFor();
    const curtain = await ward.lookBehind();
    await curtain.getByRole('tab', { name: 'This week’s account' }).click();
    await curtain.getByText(/^\d{3} members$/).waitFor();
    ward.expectNoComplaints();
  }, 180_000);

  test('the tour without a mouse: invite and accept from the keyboard alone', async () => {
    const ward = await stage.visit(desk);
    const { keyboard } = ward.page;
    const isAt = (selector: string) => ward.isFocused(selector);
    const tabTo = async (selector: string) => {
      for (let step = 0; step < 40 && !(await isAt(selector)); step += 1) await keyboard.press('Tab');
      expect(await isAt(selector)).toBe(true);
    };
    await tabTo('.skip');
    await keyboard.press('Enter');
    await tabTo('[data-pane="0"] .say');
    await keyboard.type('/buddy @be');
    await ward.page.getByRole('option', { name: '@Ben Okafor' }).waitFor();
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await ward.button('Accept', 1).waitFor();
    await tabTo('[data-pane="1"] [data-button^="pairing.accept"]');
    await keyboard.press('Enter');
    await ward.sees('You and Ana Silva are buddies.', 1);
    expect(await isAt('[data-pane="1"] .message')).toBe(true);
    ward.expectNoComplaints();
  });
}
