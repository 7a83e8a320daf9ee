import { expect } from '@jest/globals';
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { axeTags } from '../../scripts/dossier/accessibility.ts';
import { until } from '../support/hospital.ts';

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** The playground in a browser, in the words of anyone who looks at it. Notes what should not happen. */
export class WardPage {
  readonly page: Page;
  /** Bytes of the files and answers that were loaded, by path. */
  readonly loaded = new Map<string, number>();
  private readonly complaints: string[] = [];

  constructor(page: Page, origin: string) {
    this.page = page;
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('request', (request) => {
      if (!request.url().startsWith(`${origin}/`)) this.complaints.push(`asked ${request.url()}`);
    });
    page.on('response', (response) => {
      const bytes = Number(response.headers()['content-length'] ?? 0);
      this.loaded.set(response.url().slice(origin.length), bytes);
    });
    this.origin = origin;
  }

  private readonly origin: string;

  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.origin}${path}`);
    await this.page
      .locator(path === '/' ? '.chat' : '.entry')
      .first()
      .waitFor();
  }

  /** Someone reads what the tour has written for them before they press Enter. */
  async sendWhatIsWritten(): Promise<void> {
    const box = this.page.locator('input.say:focus');
    await until(async () => (await box.count()) === 1 && (await box.inputValue()) !== '');
    await box.press('Enter');
  }

  /** On a wide screen 0 is left and 1 is right; on a phone there is one. */
  chat(index = 0): Locator {
    return this.page.locator('.chat').nth(index);
  }

  async say(words: string, index = 0): Promise<void> {
    const box = this.chat(index).getByRole('combobox', { name: /^Write to Buddy/ });
    await box.fill(words);
    await box.press('Escape');
    await box.press('Enter');
  }

  button(label: string | RegExp, index = 0): Locator {
    return this.chat(index).getByRole('button', { name: label, exact: true }).last();
  }

  async press(label: string | RegExp, index = 0): Promise<void> {
    await this.button(label, index).click();
  }

  async sees(words: string | RegExp, index = 0): Promise<void> {
    await this.chat(index).getByText(words).last().waitFor();
  }

  async pass(step: 'hour' | 'tomorrow' | 'monday' | 'week'): Promise<void> {
    await this.page.locator(`[data-step="${step}"]`).click();
    await this.page.locator('.clock[aria-busy="false"]').waitFor();
  }

  async lookThrough(name: string, index = 0): Promise<void> {
    await this.chat(index).locator('.roster-button').click();
    await this.page.getByRole('option', { name: new RegExp(name) }).click();
    await this.chat(index).locator('.roster-button', { hasText: name }).waitFor();
  }

  async lookBehind(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Behind the curtain' }).click();
    const curtain = this.page.locator('#curtain');
    await curtain.waitFor();
    return curtain;
  }

  /** Behind the curtain, which must be open. */
  async deliveries(fault: 'none' | 'rate-limited' | 'down' | 'blocked'): Promise<void> {
    await this.page.getByLabel('Deliveries').selectOption(fault);
  }

  /** One buddy on each side: Ana left, Ben right. */
  async pairUp(): Promise<void> {
    await this.say('/buddy @Ben Okafor');
    await this.press('Accept', 1);
    await this.sees(/You and .* are buddies/, 0);
  }

  /** What a key would go to: the selector of it is asked, since an element can't leave the page. */
  async isFocused(selector: string): Promise<boolean> {
    return (await this.page.evaluate(
      `document.activeElement.matches(${JSON.stringify(selector)})`,
    )) as boolean;
  }

  async expectFocus(selector: string): Promise<void> {
    await until(() => this.isFocused(selector));
  }

  async widthOfContent(): Promise<number> {
    return (await this.page.evaluate('document.documentElement.scrollWidth')) as number;
  }

  /** What axe finds, of the serious kind. */
  async expectAccessible(): Promise<void> {
    if (await this.page.evaluate("typeof axe === 'undefined'")) await this.page.evaluate(axe.source);
    const found = (await this.page.evaluate(
      `axe.run(document, { runOnly: ${JSON.stringify(axeTags)}, resultTypes: ['violations'] }).then((result) => result.violations)`,
    )) as readonly Violation[];
    const serious = found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(
      serious.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join('\n')}`,
      ),
    ).toEqual([]);
  }

  expectNoComplaints(): void {
    expect(this.complaints).toEqual([]);
  }

  /** For a story in which the browser itself reports what was refused. */
  forgive(pattern: RegExp): void {
    const others = this.complaints.filter((complaint) => !pattern.test(complaint));
    this.complaints.splice(0, this.complaints.length, ...others);
  }
}
