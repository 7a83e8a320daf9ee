import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { until } from '../../support/hospital.ts';
import type { WardPage } from '../ward-page.ts';
import type { Written } from './written.ts';

/** The administrators' desk as one person after another sits at it, by what's written there. */
export class Desk {
  readonly ward: WardPage;
  private readonly written: Written;

  constructor(ward: WardPage, written: Written) {
    this.ward = ward;
    this.written = written;
  }

  get dialog(): Locator {
    return this.ward.page.getByRole('dialog');
  }

  /** Whose chat it is from now on. */
  async is(name: string): Promise<void> {
    const theirs = this.ward.chat().locator('.roster-button', { hasText: name });
    if ((await theirs.count()) === 0) await this.ward.lookThrough(name);
  }

  /** Opens the desk, and one door after another. */
  async opens(...doors: readonly (string | RegExp)[]): Promise<void> {
    await this.brings(() => this.ward.say('/buddy admin'));
    await this.ward.sees(this.written.desk);
    for (const door of doors) await this.presses(door);
  }

  /** Until what it brings is there: another message, or a dialog. */
  presses(label: string | RegExp): Promise<void> {
    return this.brings(() => this.ward.press(label));
  }

  private async brings(work: () => Promise<void>): Promise<void> {
    const messages = this.ward.chat().locator('.message.buddys');
    const before = await messages.count();
    await work();
    await until(async () => (await this.dialog.count()) > 0 || (await messages.count()) > before, 20_000);
  }

  async fills(label: string, answer: string): Promise<void> {
    await this.dialog.getByLabel(label, { exact: true }).fill(answer);
  }

  async picks(label: string, option: string | RegExp): Promise<void> {
    const list = this.dialog.getByLabel(label, { exact: true });
    const named = list.locator('option').filter({ hasText: option });
    await list.selectOption((await named.first().getAttribute('value')) ?? '');
  }

  /** Sends in what's open, once nothing in it is cut or hard to read. */
  async sends(label: string): Promise<void> {
    await this.isWell();
    await this.dialog.getByRole('button', { name: label, exact: true }).click();
  }

  /** What the chat says, drawn so that everyone can read it. */
  async reads(...sentences: readonly (string | RegExp)[]): Promise<void> {
    for (const one of sentences) await this.ward.sees(one);
    await this.isWell();
  }

  private async isWell(): Promise<void> {
    const { page } = this.ward;
    expect(await this.ward.widthOfContent()).toBe(page.viewportSize()?.width);
    await this.ward.expectAccessible();
  }
}
