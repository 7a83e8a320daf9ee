import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installedForNobody } from './for-nobody.ts';
import { until } from './hospital.ts';
import { nobody } from './program.ts';

const project = join(import.meta.dirname, '../..');

export interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/**
 * A machine on which Buddy is installed as the manual says, in a folder: `/opt/buddy`, `/etc/buddy`, `/var/lib/buddy` and
 * `/usr/local/bin` are in there, and the user nobody is `buddy` where the tests run as root. What systemd would do is done here.
 */
export class Installation {
  readonly folder = mkdtempSync(join(tmpdir(), 'buddy-machine-'));
  private readonly program = installedForNobody();
  private readonly port: string;
  private at = '/';
  private server: ChildProcess | null = null;

  constructor(port: string) {
    this.port = port;
    chmodSync(this.folder, 0o755);
    for (const name of ['opt/buddy', 'etc/systemd/system', 'var/lib', 'usr/local/bin']) {
      mkdirSync(join(this.folder, name), { recursive: true });
    }
    const unpacked = [
      'adapters',
      'migrations',
      'prompts',
      'src',
      'package.json',
      '.env.example',
      'docs/deploy',
    ];
    for (const name of unpacked) {
      cpSync(join(project, name), join(this.folder, 'opt/buddy', name), { recursive: true });
    }
    // As they are in the archive of a release, no matter what the umask was here.
    execFileSync('chmod', ['-R', 'a+rX', join(this.folder, 'opt/buddy')]);
    const packages = join(this.program.folder, 'node_modules');
    symlinkSync(packages, join(this.folder, 'opt/buddy/node_modules'));
  }

  /** The path on this machine of one that the manual names. */
  path(printed: string): string {
    return join(this.folder, printed);
  }

  /** What is typed there: by root where the tests are root's, from the folder in which the last line ended. */
  async type(line: string): Promise<Ended> {
    if (line.startsWith('cd ')) {
      this.at = line.slice(3);
      return { code: 0, said: '' };
    }
    if (line.startsWith('systemctl ')) return this.systemctl(line.split(' ').slice(1));
    const child = spawn('sh', ['-c', this.here(line)], {
      cwd: this.path(this.at),
      env: { PATH: this.searchPath },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        said += text;
      });
    }
    const [code] = await once(child, 'close');
    return { code: code as number | null, said };
  }

  async remove(): Promise<void> {
    await this.systemctl(['stop', 'buddy']);
    this.program.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get searchPath(): string {
    return `${this.path('/usr/local/bin')}:/usr/bin:/bin`;
  }

  private here(line: string): string {
    const owner = (_: string, user: string): string => {
      if (nobody.uid === undefined) return '';
      return user === 'root' ? '-o root -g nogroup ' : '-o nobody -g nogroup ';
    };
    return line
      .replace(/-o (root|buddy) -g \w+ /, owner)
      .replaceAll(/(?<=^|[ '])\/(opt|etc|var|usr\/local|backups)\b/g, (path) => this.path(path))
      .replaceAll(':3000/', `:${this.port}/`);
  }

  private async systemctl([verb, ...names]: string[]): Promise<Ended> {
    const isBuddy = names.includes('buddy');
    if (isBuddy && verb === 'stop' && this.server !== null) {
      this.server.kill('SIGTERM');
      await once(this.server, 'exit');
      this.server = null;
    }
    if (isBuddy && verb === 'reload') this.reload();
    if (isBuddy && (verb === 'start' || verb === 'enable')) await this.start();
    return { code: 0, said: '' };
  }

  private reload(): void {
    const unit = readFileSync(this.path('/etc/systemd/system/buddy.service'), 'utf8');
    const [, signal] = /^ExecReload=\/bin\/kill -(\w+) \$MAINPID$/m.exec(unit) ?? [];
    if (signal === undefined) throw new Error('the unit says nothing of reloading');
    this.server?.kill(`SIG${signal}` as NodeJS.Signals);
  }

  /** As the unit says: its command, its folder, its environment and its user. */
  private async start(): Promise<void> {
    const unit = readFileSync(this.path('/etc/systemd/system/buddy.service'), 'utf8');
    const setting = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1] ?? '';
    const [command = '', ...words] = setting('ExecStart').split(' ');
    const env = Object.fromEntries(
      setting('Environment')
        .split(' ')
        .map((one) => one.split('=')),
    );
    this.server = spawn(this.path(command), words, {
      cwd: this.path(setting('WorkingDirectory')),
      env: { PATH: '/usr/bin:/bin', ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
      ...nobody,
    });
    await until(async () => {
      const answer = await fetch(`http://127.0.0.1:${this.port}/readyz`).catch(() => null);
      return answer?.status === 200;
    }, 40_000);
  }
}
