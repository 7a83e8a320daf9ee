import { existsSync } from 'node:fs';

/** Where Debian's package puts it, unless the environment says otherwise. */
const path = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

export const chromiumPath: string | null = existsSync(path) ? path : null;

/** It asks nobody anything on its own, so that every request seen is the page's. */
export const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const howToMakeItRun =
  "skipped: no Chromium found; install Debian's package chromium, or set CHROMIUM_PATH";
