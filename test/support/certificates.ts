import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why no certificate can be made here; null when it can. */
export function whyNoCertificates(): string | null {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'openssl is not installed here, which makes certificates';
  }
}

/** A certificate and its key, as an operator makes them, in a folder of their own. */
export class Certificates {
  readonly folder = mkdtempSync(join(tmpdir(), 'buddy-certificates-'));

  path(name: string): string {
    return join(this.folder, name);
  }

  text(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** `name.crt` and `name.key`; what the certificate says comes back. */
  make(name: string, about: { readonly days?: number; readonly key?: readonly string[] } = {}): string {
    const { days = 365, key = ['-newkey', 'rsa:2048', '-nodes'] } = about;
    const files = ['-keyout', this.path(`${name}.key`), '-out', this.path(`${name}.crt`)];
    const said = ['-subj', `/CN=${name}`, '-days', String(days)];
    execFileSync('openssl', ['req', '-x509', ...key, ...files, ...said], { stdio: 'ignore' });
    return this.text(`${name}.crt`);
  }

  /** Those of that name take the place of these. */
  replace(name: string, by: string): void {
    for (const end of ['crt', 'key']) renameSync(this.path(`${by}.${end}`), this.path(`${name}.${end}`));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
