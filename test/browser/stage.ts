import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { type Running, startProgram } from '../support/program.ts';
import { chromiumFlags, chromiumPath } from './chromium.ts';
import { WardPage } from './ward-page.ts';

export interface Screen {
  readonly width: number;
  readonly height: number;
  readonly theme?: 'light' | 'dark';
  /** As in Windows' high contrast. */
  readonly forcedColors?: 'active';
}

export const desk: Screen = { width: 1400, height: 900 };
/** As wide as a laptop's screen. */
export const wide: Screen = { width: 1440, height: 900 };
export const phone: Screen = { width: 390, height: 844 };

/** The real program without a platform, and a real browser before it. */
export class Stage {
  private readonly folder = mkdtempSync(join(tmpdir(), 'buddy-browser-'));
  private program: Running | null = null;
  private browser: Browser | null = null;
  private readonly contexts: BrowserContext[] = [];

  get url(): string {
    if (this.program === null) throw new Error('The program has not been started');
    return this.program.url;
  }

  /** What a command gets to work on the ward's own database. */
  get environment(): { readonly DATABASE_URL: string; readonly PLAYGROUND: string } {
    return { DATABASE_URL: `sqlite:${join(this.folder, 'playground.db')}`, PLAYGROUND: 'false' };
  }

  async open(): Promise<void> {
    const environment = { DATABASE_URL: `sqlite:${join(this.folder, 'buddy.db')}` };
    this.program = await startProgram(environment);
    this.browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: chromiumFlags });
  }

  /** A ward as on the first day, in a browser that has never been here. */
  async visit(screen: Screen, path = '/'): Promise<WardPage> {
    await fetch(`${this.url}/playground/reset`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    const { width, height, theme = 'light', forcedColors = 'none' } = screen;
    const context = await this.browser?.newContext({
      viewport: { width, height },
      colorScheme: theme,
      forcedColors,
    });
    if (context === undefined) throw new Error('The browser has not been started');
    this.contexts.push(context);
    context.setDefaultTimeout(15_000);
    const ward = new WardPage(await context.newPage(), this.url);
    await ward.goTo(path);
    return ward;
  }

  async leave(): Promise<void> {
    await Promise.all(this.contexts.splice(0).map((context) => context.close()));
  }

  async close(): Promise<void> {
    await this.leave();
    await this.browser?.close();
    this.program?.signal('SIGTERM');
    await this.program?.exited;
    rmSync(this.folder, { recursive: true, force: true });
  }
}
