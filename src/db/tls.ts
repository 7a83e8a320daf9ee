import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';
import { readPlace } from './database-url.ts';
import { codeOf, DatabaseFault } from './failures.ts';

/** The rest of the URL is read by the driver, for which sslmode means something else than for everyone. */
export function withoutSsl(url: string): string {
  const [place = '', query = ''] = url.split('?');
  const parameters = new URLSearchParams(query);
  for (const name of [...parameters.keys()]) if (name.startsWith('ssl')) parameters.delete(name);
  return parameters.size === 0 ? place : `${place}?${parameters}`;
}

/** sslmode as libpq and psql have it. */
export function sslOptions(url: string): ConnectionOptions | false {
  const { sslMode, parameters } = readPlace(url);
  if (sslMode === null || sslMode === 'disable') return false;
  const file = (name: string): string | undefined => {
    const path = parameters.get(name);
    if (path === null) return undefined;
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      throw new DatabaseFault(`DATABASE_URL has an ${name} that cannot be read (${codeOf(error)}).`);
    }
  };
  const ca = file('sslrootcert');
  const certificates = { ca, cert: file('sslcert'), key: file('sslkey') };
  if (sslMode === 'verify-full') return certificates;
  // Anyone may sign, but whatever the name: with a root certificate `require` is the same as `verify-ca`.
  if (ca !== undefined) return { ...certificates, checkServerIdentity: () => undefined };
  return { ...certificates, rejectUnauthorized: false };
}
