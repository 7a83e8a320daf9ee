import { expect, test } from '@jest/globals';
import { until } from '../support/hospital.ts';
import { desk, phone, type Stage } from './stage.ts';
import type { WardPage } from './ward-page.ts';

export function accessStories(stage: Stage): void {
  test.each(['Escape', 'Cancel'])('%s in a form leads back to the button that opened it', async (way) => {
    const ward = await stage.visit(desk);
    const leave = async () => {
      const dialog = ward.page.getByRole('dialog');
      await dialog.waitFor();
      if (way === 'Escape') await ward.page.keyboard.press('Escape');
      else await dialog.getByRole('button', { name: 'Cancel' }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    await ward.say('/buddy join');
    await ward.press('I have a code');
    await leave();
    await ward.expectFocus('[data-pane="0"] .message [data-button="pairing.join"]');
    await ward.chat(1).getByRole('tab', { name: 'Home' }).click();
    await ward.press('Invite a colleague', 1);
    await leave();
    await ward.expectFocus('[data-pane="1"] .home [data-button="pairing.invite"]');
    ward.expectNoComplaints();
  });

  test('a form that was sent leads back into its chat', async () => {
    const ward = await stage.visit(desk);
    await ward.chat(1).getByRole('tab', { name: 'Home' }).click();
    await ward.press('Invite a colleague', 1);
    const dialog = ward.page.getByRole('dialog');
    await dialog.getByLabel('Colleague').selectOption({ label: 'Ana Silva, Attending, internal medicine' });
    await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await ward.expectFocus('[data-pane="1"] *');
    ward.expectNoComplaints();
  });

  test('leaving the reset leads back to what opened it, on a phone to the menu', async () => {
    const ward = await stage.visit(phone);
    await ward.page.getByRole('button', { name: 'More' }).click();
    await ward.page.getByRole('button', { name: 'Reset' }).click();
    await ward.page.getByRole('button', { name: 'Keep it' }).click();
    await ward.expectFocus('.menu-button');
    await ward.page.keyboard.press('Enter');
    await ward.page.getByRole('button', { name: 'Reset' }).waitFor();
    await ward.page.getByRole('link', { name: 'All messages' }).focus();
    await ward.page.keyboard.press('Escape');
    await ward.expectFocus('.menu-button');
    ward.expectNoComplaints();
  });

  test('the tour leads the focus along: to the invitation, to Monday, and back to where it opens', async () => {
    const ward = await stage.visit(phone);
    const tour = ward.page.getByRole('complementary', { name: 'Tour' });
    await tour.getByRole('button', { name: 'Write it for me' }).click();
    await ward.sendWhatIsWritten();
    await tour.getByRole('button', { name: 'Show Ben Okafor' }).click();
    await ward.expectFocus('.message:has([data-button^="pairing.accept"])');
    await ward.press('Accept');
    await tour.getByRole('button', { name: 'Next Monday' }).click();
    await ward.expectFocus('.message:has([data-button^="checkins.acknowledge"])');
    await tour.getByRole('button', { name: 'Close the tour' }).click();
    await ward.expectFocus('.menu-button');
    await ward.page.keyboard.press('Enter');
    await ward.page.getByRole('button', { name: 'Tour', exact: true }).click();
    await ward.expectFocus('.tour');
    ward.expectNoComplaints();
  });

  // A window of 1280 by 800 at 200 percent, and of 1280 by 1024 at 400.
  test.each([
    [200, 640, 400],
    [400, 320, 256],
  ])('at %d percent the chat can be read, and nothing lies over anything', async (_zoom, width, height) => {
    const ward = await stage.visit({ width, height });
    await ward.say('/buddy help');
    expect(await heightOf(ward, '.messages')).toBeGreaterThanOrEqual(240);
    expect(await ward.widthOfContent()).toBe(width);
    expect(await overlaps(ward)).toEqual([]);
    for (const name of ['.brand h1', '.roster .who-name', '.clock-who']) {
      expect([name, await isCut(ward, name)]).toEqual([name, false]);
    }
    const curtain = await ward.lookBehind();
    await curtain.getByLabel('Deliveries').scrollIntoViewIfNeeded();
    expect(await ward.widthOfContent()).toBe(width);
    await ward.expectAccessible();
    ward.expectNoComplaints();
  });

  test('in colors of their own, people see which tab is chosen', async () => {
    const ward = await stage.visit({ ...desk, forcedColors: 'active' });
    const mark = (name: string) =>
      ward.page.evaluate(`(() => {
        const tab = [...document.querySelectorAll('.chat [role="tab"]')].find((one) => one.textContent.startsWith(${JSON.stringify(name)}));
        const { content, borderBottomWidth, borderBottomColor } = getComputedStyle(tab, '::after');
        return content === 'none' ? null : [borderBottomWidth, borderBottomColor === getComputedStyle(document.body).backgroundColor];
      })()`);
    expect(await mark('Messages')).toEqual(['3px', false]);
    expect(await mark('Home')).toBeNull();
    ward.expectNoComplaints();
  });

  test.each(['/', '/playground/gallery'])('no level is left out among the headings of %s', async (path) => {
    const ward = await stage.visit(desk, path);
    if (path === '/') {
      await ward.pairUp();
      await ward.lookBehind();
      await ward.page.getByRole('heading', { name: /^members/ }).waitFor();
    }
    const levels = (await ward.page.evaluate(
      `[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((one) => Number(one.tagName[1]))`,
    )) as number[];
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  test('nobody meets a switch for failures before they look behind the curtain', async () => {
    const ward = await stage.visit(desk);
    expect(await ward.page.getByLabel('Deliveries').count()).toBe(0);
    await ward.lookBehind();
    await ward.deliveries('down');
    await ward.page.getByRole('button', { name: 'Close the curtain' }).click();
    await ward.page.getByRole('button', { name: 'deliveries are failing' }).waitFor();
    ward.expectNoComplaints();
  });

  test('a passing silence of the program is gone from the screen without a word from anyone', async () => {
    const ward = await stage.visit(desk);
    const away = ward.page.getByText('The playground does not answer.');
    await ward.page.route('**/playground/state*', (route) => route.abort());
    await ward.say('/buddy help');
    await away.waitFor();
    await ward.page.unroute('**/playground/state*');
    await away.waitFor({ state: 'detached' });
    await until(async () => (await ward.chat().locator('.message').count()) === 2);
  });
}

async function heightOf(ward: WardPage, selector: string): Promise<number> {
  return (await ward.page.evaluate(`document.querySelector('${selector}').clientHeight`)) as number;
}

function isCut(ward: WardPage, selector: string): Promise<unknown> {
  return ward.page.evaluate(
    `(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)(document.querySelector('${selector}'))`,
  );
}

/** The parts of the page that share a pixel with the one before. */
function overlaps(ward: WardPage): Promise<unknown> {
  return ward.page.evaluate(`(() => {
    const parts = ['.header', '.clock', '.chats', '.tour'].map((one) => [one, document.querySelector(one).getBoundingClientRect()]);
    return parts.slice(1).filter(([, box], index) => box.top < parts[index][1].bottom - 0.5).map(([name]) => name);
  })()`);
}
