import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * All that's installed beside Buddy's own files, from its lock: a list in CycloneDX, the same each time. npm writes its own time and a
 * random number into it; `at` takes the place of the one, the lock's sum that of the other. Asks no registry.
 */
export function materials({ manifest, lock, at }) {
  const folder = mkdtempSync(join(tmpdir(), 'buddy-sbom-'));
  try {
    writeFileSync(join(folder, 'package.json'), manifest);
    writeFileSync(join(folder, 'package-lock.json'), lock);
    const only = ['--omit=dev', '--omit=optional', '--package-lock-only', '--offline'];
    const told = execFileSync('npm', ['sbom', '--sbom-format=cyclonedx', ...only], {
      cwd: folder,
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const listed = JSON.parse(String(told));
    listed.metadata.timestamp = at;
    Object.assign(listed.metadata.component, { name: 'buddy', type: 'application' });
    const hash = createHash('sha256').update(lock).digest('hex');
    listed.serialNumber = `urn:uuid:${hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, '$1-$2-5$3-a$4-$5')}`;
    return `${JSON.stringify(listed, null, 2)}\n`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
