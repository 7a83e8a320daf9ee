import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, relative, sep } from 'node:path';
import type { HttpMount } from '../../src/chat/adapter.ts';
import { type HttpDoor, safely } from './http-door.ts';

const require = createRequire(import.meta.url);

const folder = join(import.meta.dirname, 'page');

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Mounts the two pages, and exactly the files that stand in their folder. No path is ever made from a request. */
export function mountPages(http: HttpMount, door: HttpDoor): void {
  const mount = (path: string, file: string) =>
    http.get(
      path,
      door.page((response) => send(response, file)),
    );
  for (const file of filesIn(folder)) {
    mount(`/playground/${relative(folder, file).split(sep).join('/')}`, file);
  }
  mount('/', join(folder, 'index.html'));
  mount('/playground/gallery', join(folder, 'gallery.html'));
  // Preact, its hooks and htm in one module that imports nothing.
  mount('/playground/vendor/preact.js', join(require.resolve('htm'), '../../preact/standalone.module.js'));
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extname(entry.name) in contentTypes)
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Read at each request, so that anyone who changes the page only has to load it again. */
async function send(response: ServerResponse, file: string): Promise<void> {
  const content = await readFile(file);
  response.writeHead(200, {
    ...safely,
    'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
    'content-length': content.length,
    'cache-control': 'no-cache',
  });
  response.end(content);
}
