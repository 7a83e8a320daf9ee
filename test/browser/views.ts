import { expect, test } from '@jest/globals';
import type { View } from '../../src/chat/view.ts';
import { aView, viewToFill } from '../adapters/sample-view.ts';
import { until } from '../support/hospital.ts';
import { desk, phone, type Stage } from './stage.ts';
import type { WardPage } from './ward-page.ts';

const thanks: View = { ...aView, id: '', title: 'Thank you', elements: aView.elements.slice(0, 1) };

/** What the page gets for each press; what it posts is noted. */
async function withViews(ward: WardPage): Promise<object[]> {
  const posted: object[] = [];
  await ward.page.route(/\/playground\/(press|submit|close)$/, async (route) => {
    const body = route.request().postDataJSON() as { message?: string; answers?: { name?: string } };
    posted.push(body);
    const view = body.answers !== undefined ? thanks : body.message === 'view' ? viewToFill : aView;
    const isWrong = body.answers !== undefined && body.answers.name !== 'Ben';
    const json = isWrong ? { errors: { name: 'Whose name is it?', kinds: 'Pick one.' } } : { ok: true, view };
    await route.fulfill({ json });
  });
  return posted;
}

const looks = [desk, phone, { ...phone, theme: 'dark' }, { ...desk, forcedColors: 'active' }] as const;

export function viewStories(stage: Stage): void {
  test.each(looks)('a view is read, pressed and filled in, by keyboard alone: %j', async (screen) => {
    const ward = await stage.visit(screen);
    const posted = await withViews(ward);
    const { page } = ward;
    await ward.say('/buddy join');
    await ward.press('I have a code');
    const dialog = page.getByRole('dialog', { name: 'For your eyes' });
    await dialog.getByText('SECRET of a colleague').waitFor();
    await ward.expectAccessible();
    await dialog.getByRole('button', { name: 'I can' }).focus();
    await page.keyboard.press('Enter');
    const next = page.getByRole('dialog', { name: 'Who and what' });
    await next.waitFor();
    await ward.expectFocus('dialog h2');
    expect(await next.getByLabel('The second').isChecked()).toBe(true);
    await next.getByLabel('The first').focus();
    await page.keyboard.press('Space');
    await next.getByLabel('Dana Levi, Pharmacist').first().check();
    await ward.expectAccessible();
    expect(await ward.widthOfContent()).toBeLessThanOrEqual(screen.width);
    await next.getByRole('button', { name: 'Send' }).click();
    await next.getByText('Whose name is it?').waitFor();
    expect(await next.getByLabel('The first').getAttribute('aria-invalid')).toBe('true');
    expect(await next.getByLabel('The first').isChecked()).toBe(true);
    await ward.expectAccessible();
    await next.getByLabel('Name').fill('Ben');
    await next.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('dialog', { name: 'Thank you' }).waitFor();
    expect(posted.at(-1)).toMatchObject({
      form: 'settings.edit',
      answers: { colleagues: 'dana', kinds: 'a,b', soon: 'week', name: 'Ben' },
    });
    ward.expectNoComplaints();
  });

  test('Escape closes a view, of which nothing is left, and leads back to its button', async () => {
    const ward = await stage.visit(desk);
    const posted = await withViews(ward);
    await ward.say('/buddy join');
    await ward.press('I have a code');
    const dialog = ward.page.getByRole('dialog');
    await dialog.getByText('SECRET of a colleague').waitFor();
    await ward.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await ward.expectFocus('[data-button="pairing.join"]');
    await until(() => posted.length === 2);
    expect(posted.at(-1)).toEqual({ person: 'ana' });
    expect(await ward.page.content()).not.toContain('SECRET');
    ward.expectNoComplaints();
  });
}
