import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder with a file for each secret, as Kubernetes or Docker have it. */
export class SecretFiles {
  readonly folder = mkdtempSync(join(tmpdir(), 'buddy-secrets-'));

  /** The settings in which each of these stands in a file of its own, and no longer in the environment. */
  holding(secrets: Readonly<Record<string, string>>): Record<string, string> {
    for (const [name, text] of Object.entries(secrets)) this.put(name, text);
    const settings = Object.keys(secrets).map((name) => [
      [name, ''],
      [`${name}_FILE`, this.path(name)],
    ]);
    return Object.fromEntries(settings.flat());
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Another text takes the file's place, whole. */
  put(name: string, text: string): void {
    writeFileSync(this.path(`${name}.new`), text);
    renameSync(this.path(`${name}.new`), this.path(name));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
