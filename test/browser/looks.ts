import { expect, test } from '@jest/globals';
import { until } from '../support/hospital.ts';
import { desk, phone, type Stage } from './stage.ts';
import type { WardPage } from './ward-page.ts';

const themes = ['light', 'dark'] as const;
const firstLoadBytes = 100_000;

export function lookStories(stage: Stage): void {
  test.each(themes)(
    'axe finds nothing serious in the %s ward: chats, drawer, lists and dialogs',
    async (theme) => {
      const ward = await stage.visit({ ...desk, theme });
      await ward.expectAccessible();
      await ward.pairUp();
      await ward.pass('monday');
      await ward.say('/buddy help');
      await ward.say('/buddy privacy', 1);
      await ward.sees("What Buddy doesn't keep", 1);
      await ward.chat().locator('.roster-button').click();
      await ward.expectAccessible();
      await ward.page.keyboard.press('Escape');
      const curtain = await ward.lookBehind();
      await ward.expectAccessible();
      await curtain.getByRole('tab', { name: 'This week’s account' }).click();
      await curtain.getByText('2 members').waitFor();
      await ward.expectAccessible();
      await ward.chat().getByRole('tab', { name: 'Home' }).click();
      await ward.press('Questions: when and how often');
      await ward.page.getByRole('dialog').waitFor();
      await ward.expectAccessible();
      ward.expectNoComplaints();
    },
  );

  test.each(themes)('axe finds nothing serious on a %s phone', async (theme) => {
    const ward = await stage.visit({ ...phone, theme });
    await ward.say('/buddy resources');
    await ward.page.getByRole('button', { name: 'More' }).click();
    await ward.expectAccessible();
    await ward.page.getByRole('button', { name: 'More' }).click();
    await ward.lookBehind();
    await ward.expectAccessible();
    ward.expectNoComplaints();
  });

  test.each(themes)('the %s gallery shows every message, and finds one by its words', async (theme) => {
    const ward = await stage.visit({ ...desk, theme }, '/playground/gallery');
    const entries = ward.page.locator('.entry');
    expect(await entries.count()).toBeGreaterThan(60);
    await ward.page.getByLabel('Filter').fill('checked in');
    await until(async () => (await entries.count()) < 60);
    await ward.expectAccessible();
    ward.expectNoComplaints();
  });

  test('the gallery has an index, titles that people read, and what either platform gets when it is wanted', async () => {
    const ward = await stage.visit(desk, '/playground/gallery');
    const { page } = ward;
    const index = page.getByRole('navigation', { name: 'Index' });
    expect(await heightOfPage(ward)).toBeLessThan(6_000);
    await index.getByRole('link', { name: 'Codes to pass on' }).click();
    await index.getByRole('link', { name: 'Refused: not a code' }).click();
    await ward.expectFocus('#entry-codes-refused-notACode');
    const titles = await page.locator('.entry h3').allTextContents();
    expect(titles.filter((title) => /^[a-z]|[a-z][A-Z]|[a-z]-[a-z]+-|\//.test(title))).toEqual([]);
    await index.getByRole('link', { name: 'Monday’s message' }).click();
    const monday = page.locator('#entry-nudges-Monday');
    expect(await page.locator('.entry-json pre').count()).toBe(0);
    await monday.getByText('What Slack gets').click();
    await monday.locator('pre', { hasText: '"blocks"' }).waitFor();
    await page.getByLabel('Microsoft Teams').check();
    await monday.locator('pre', { hasText: 'AdaptiveCard' }).waitFor();
    await monday.getByText('What Microsoft Teams gets').waitFor();
    await ward.expectAccessible();
    expect(await heightOfPage(ward)).toBeLessThan(10_000);
    ward.expectNoComplaints();
  });

  test.each([390, 768, 1000, 1920])('nothing scrolls sideways at %d pixels', async (width) => {
    const ward = await stage.visit({ width, height: 900 });
    await ward.say('/buddy help');
    await ward.say('/buddy privacy');
    await ward.sees("What Buddy doesn't keep");
    expect(await ward.widthOfContent()).toBe(width);
    await ward.lookBehind();
    expect(await ward.widthOfContent()).toBe(width);
    await ward.goTo('/playground/gallery');
    expect(await ward.widthOfContent()).toBe(width);
    ward.expectNoComplaints();
  });

  test('the first load is under 100 kB in all', async () => {
    const ward = await stage.visit(phone);
    const bytes = [...ward.loaded.values()].reduce((sum, one) => sum + one, 0);
    expect(ward.loaded.size).toBeGreaterThan(10);
    expect(bytes).toBeLessThan(firstLoadBytes);
    ward.expectNoComplaints();
  });

  test('a dropped connection is said quietly, and the line goes by itself once it is back', async () => {
    const ward = await stage.visit(desk);
    await ward.page.context().setOffline(true);
    await ward.say('/buddy help');
    const away = ward.page.getByText('The playground does not answer.');
    await away.waitFor();
    await ward.page.context().setOffline(false);
    await away.waitFor({ state: 'detached' });
    await ward.say('/buddy help');
    await ward.sees('Ninety seconds is plenty');
    expect(await away.count()).toBe(0);
  });
}

async function heightOfPage(ward: WardPage): Promise<number> {
  return (await ward.page.evaluate('document.documentElement.scrollHeight')) as number;
}
