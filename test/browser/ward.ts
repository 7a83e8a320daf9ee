import { expect, test } from '@jest/globals';
import { desk, type Stage } from './stage.ts';

export function wardStories(stage: Stage): void {
  test('behind the curtain: rows come with a yes, and after forget me only what limits count stays', async () => {
    const ward = await stage.visit(desk);
    const curtain = await ward.lookBehind();
    await curtain.getByText('Nothing.', { exact: true }).waitFor();
    await ward.pairUp();
    await curtain.getByRole('button', { name: 'Ana Silva' }).click();
    await curtain.getByRole('heading', { name: /^members 1/ }).waitFor();
    await curtain.getByRole('heading', { name: /^pairs 1/ }).waitFor();
    await ward.say('/buddy forget me');
    await ward.press('Yes, erase everything');
    await ward.sees('Everything that names you is erased.');
    await curtain.getByRole('heading', { name: /^kept_asks 1/ }).waitFor();
    await curtain.getByRole('heading', { name: /^members/ }).waitFor({ state: 'detached' });
    ward.expectNoComplaints();
  });

  test('the week adds up, and says who it is made of because nobody here is real', async () => {
    const ward = await stage.visit(desk);
    await ward.pairUp();
    await ward.pass('monday');
    const curtain = await ward.lookBehind();
    await curtain.getByRole('tab', { name: 'This week’s account' }).click();
    await curtain.getByText('2 members', { exact: true }).waitFor();
    await curtain.getByText('2 sent', { exact: true }).waitFor();
    await curtain
      .getByRole('listitem')
      .filter({ hasText: 'Ben Okafor' })
      .getByText('got the two questions')
      .waitFor();
    await curtain.getByText(/A real administrator sees sums only/).waitFor();
    ward.expectNoComplaints();
  });

  test('a platform that is down: the invitation waits, and arrives once it is back', async () => {
    const ward = await stage.visit(desk);
    await ward.lookBehind();
    await ward.deliveries('down');
    await ward.page.getByText('The platform answers with errors').waitFor();
    await ward.say('/buddy @Ben Okafor');
    await ward.sees("I've asked Ben Okafor.", 0);
    expect(await ward.chat(1).locator('.message').count()).toBe(0);
    await ward.deliveries('none');
    await ward.page.getByText('Every message arrives.').waitFor();
    await ward.pass('hour');
    await ward.button('Accept', 1).waitFor();
    expect(await ward.chat(1).locator('.message').count()).toBe(1);
    ward.expectNoComplaints();
  });

  test('reset asks once, and then everything is as on the first day', async () => {
    const ward = await stage.visit(desk);
    await ward.pairUp();
    await ward.pass('week');
    await ward.page.getByRole('button', { name: 'Reset' }).click();
    const dialog = ward.page.getByRole('dialog', { name: 'Back to the beginning?' });
    await dialog.getByRole('button', { name: 'Keep it' }).click();
    expect(await ward.chat().locator('.message').count()).toBeGreaterThan(0);
    await ward.page.getByRole('button', { name: 'Reset' }).click();
    await dialog.getByRole('button', { name: 'Start over' }).click();
    await ward.sees('Nothing here yet.', 0);
    await ward.sees('Nothing here yet.', 1);
    await ward.page.getByText('1 of 5').waitFor();
    ward.expectNoComplaints();
  });

  test('the same home for everybody: buttons there act, and the answer stands in the messages', async () => {
    const ward = await stage.visit(desk);
    await ward.chat().getByRole('tab', { name: 'Home' }).click();
    await ward.press('Make a code');
    await ward.sees("Here's an invite code for one colleague.");
    await ward.chat().getByRole('tab', { name: 'Home' }).click();
    await ward.press('Invite a colleague');
    const dialog = ward.page.getByRole('dialog', { name: 'Invite a colleague' });
    await dialog.getByLabel('Colleague').selectOption({ label: 'Ben Okafor, ICU nurse' });
    await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
    await ward.button('Accept', 1).waitFor();
    ward.expectNoComplaints();
  });
}
