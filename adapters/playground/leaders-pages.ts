import type { HttpMount } from '../../src/chat/adapter.ts';
import { languageOf } from '../../src/chat/language.ts';
import { type Backstage, leadersPages } from './backstage.ts';
import { type HttpDoor, safely } from './http-door.ts';

/** These pages carry their style and their script in them, and nothing that anyone typed. They load nothing. */
const asWritten =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The pages that an operator writes to a file, made again at each request. */
export function mountLeadersPages(http: HttpMount, door: HttpDoor, backstage: Backstage): void {
  for (const name of leadersPages)
    http.get(
      `/playground/${name}`,
      door.page(async (response, query) => {
        const page = await backstage.leadersPage(name, languageOf(query.get('language') ?? '') ?? 'en');
        response.writeHead(200, {
          ...safely,
          'content-security-policy': asWritten,
          'content-type': 'text/html; charset=utf-8',
          'content-length': Buffer.byteLength(page),
          'cache-control': 'no-store',
        });
        response.end(page);
      }),
    );
}
