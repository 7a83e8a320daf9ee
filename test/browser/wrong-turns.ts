import { expect, test } from '@jest/globals';
import { until } from '../support/hospital.ts';
import { desk, phone, type Stage } from './stage.ts';

export function wrongTurnStories(stage: Stage): void {
  test('free words and unknown commands get the honest answer, for this person alone', async () => {
    const ward = await stage.visit(desk);
    await ward.say('I had a terrible night');
    await ward.sees("and I don't keep it");
    await ward.sees('Only you see this');
    await ward.say('/buddy dance');
    await until(async () => (await ward.chat().getByText("and I don't keep it").count()) === 2);
    expect(await ward.chat(1).locator('.message').count()).toBe(0);
    ward.expectNoComplaints();
  });

  test.each([desk, phone])('someone who opens it reads what Buddy is, and sees it', async (screen) => {
    const ward = await stage.visit(screen);
    expect(await ward.page.getByText('you pick a colleague, you both say yes').count()).toBe(1);
    const picture = ward.page.getByRole('img', { name: /Two colleagues sit at a table/ });
    expect(await picture.isVisible()).toBe(true);
    await ward.press('What can Buddy do?');
    await ward.sees('Ninety seconds is plenty');
    expect(await picture.count()).toBe(0);
    ward.expectNoComplaints();
  });

  test('what is written is read with /buddy before it and without', async () => {
    const ward = await stage.visit(desk);
    await ward.say('status');
    await ward.sees("You don't have a buddy here yet.");
    await ward.say('@Ben Okafor');
    await ward.button('Accept', 1).waitFor();
    ward.expectNoComplaints();
  });

  test('a list on a card picks nothing for anyone, and says so when it is pressed like that', async () => {
    const ward = await stage.visit(phone);
    await ward.lookThrough('Wil Park');
    await ward.say('/buddy admin');
    await ward.press('Plan the questions');
    const weeks = ward.chat().getByLabel('Edit a week', { exact: true }).last();
    await weeks.waitFor();
    expect(await weeks.inputValue()).toBe('');
    await ward.press('Apply: Edit a week');
    await ward.expectFocus('.choice select');
    expect(await ward.page.getByRole('dialog').count()).toBe(0);
    await weeks.selectOption({ index: 1 });
    await ward.press('Apply: Edit a week');
    await ward.page.getByRole('dialog').waitFor();
    ward.expectNoComplaints();
  });

  test('a code that is none: the form says so, keeps what was typed, and can be left', async () => {
    const ward = await stage.visit(phone);
    await ward.say('/buddy join');
    await ward.press('I have a code');
    const dialog = ward.page.getByRole('dialog', { name: 'Join with a code' });
    const code = dialog.getByLabel('Code');
    await code.fill('nonsense');
    await code.press('Enter');
    await dialog.getByRole('alert').waitFor();
    expect(await code.inputValue()).toBe('nonsense');
    expect(await code.getAttribute('aria-invalid')).toBe('true');
    const described = (await code.getAttribute('aria-describedby')) ?? '';
    expect(described).toContain(await dialog.getByRole('alert').getAttribute('id'));
    await ward.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    ward.expectNoComplaints();
  });

  test('a code made on one side and entered on the other makes the pair', async () => {
    const ward = await stage.visit(desk);
    await ward.say('/buddy invite');
    await ward.sees("That's their yes");
    const text = await ward.chat().locator('.message').last().textContent();
    const code = /\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/.exec(text ?? '')?.[0] ?? '';
    await ward.say('/buddy join', 1);
    await ward.press('I have a code', 1);
    await ward.page.getByRole('dialog').getByLabel('Code').fill(code);
    await ward.page.getByRole('dialog').getByRole('button', { name: 'Join' }).click();
    await ward.sees(/You and .* are buddies/, 0);
    await ward.sees(/You and .* are buddies/, 1);
    ward.expectNoComplaints();
  });

  test('not now is a fine answer, and the one who asked is told kindly', async () => {
    const ward = await stage.visit(desk);
    await ward.say('/buddy @Ben Okafor');
    await ward.press('Not now', 1);
    await ward.sees("You said not now, and that's fine.", 1);
    await ward.sees(/Ben Okafor said not now/, 0);
    ward.expectNoComplaints();
  });

  test('an old button does no harm and says what is so now', async () => {
    const ward = await stage.visit(desk);
    await ward.say('/buddy @Ben Okafor');
    await ward.button('Accept', 1).waitFor();
    await ward.press('Accept', 1);
    await ward.sees(/You and .* are buddies/, 0);
    await ward.press('Take it back', 0);
    await ward.sees("isn't waiting anymore", 0);
    ward.expectNoComplaints();
  });

  test('the composer completes commands and names, and remembers what was sent', async () => {
    const ward = await stage.visit(desk);
    const { keyboard } = ward.page;
    const box = ward.chat().getByRole('combobox');
    await box.focus();
    await keyboard.type('/buddy st');
    await ward.page.getByRole('option', { name: /^\/buddy status/ }).waitFor();
    await keyboard.press('Tab');
    expect(await box.inputValue()).toBe('/buddy status');
    await keyboard.press('Enter');
    await ward.sees("You don't have a buddy here yet.");
    await keyboard.press('ArrowUp');
    expect(await box.inputValue()).toBe('/buddy status');
    await keyboard.press('ArrowDown');
    expect(await box.inputValue()).toBe('');
    await keyboard.type('@');
    expect(await ward.page.locator('.offers li').count()).toBe(7);
    await keyboard.press('ArrowDown');
    expect(await box.getAttribute('aria-activedescendant')).toBe(
      await ward.page.locator('.offers [aria-selected="true"]').getAttribute('id'),
    );
    await keyboard.press('Escape');
    expect(await ward.page.locator('.offers li').count()).toBe(0);
    ward.expectNoComplaints();
  });
}
