// A bare Debian in a folder, on which lines are typed as root. There's no systemd in it: what that would do with Buddy's units and with nginx is done here.
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const searchPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

export class Machine {
  folder;
  at = '/';
  server = null;

  constructor(folder) {
    this.folder = folder;
    this.put('/usr/sbin/policy-rc.d', '#!/bin/sh\nexit 101\n', 0o755);
    copyFileSync('/etc/resolv.conf', this.path('/etc/resolv.conf'));
    // Where a registry is reached by way of a proxy that looks into what passes. Not where Debian would write over it.
    this.authority = process.env.NODE_EXTRA_CA_CERTS ? '/root/authority.pem' : null;
    if (this.authority !== null) copyFileSync(process.env.NODE_EXTRA_CA_CERTS, this.path(this.authority));
    spawnSync('mount', ['-t', 'proc', 'proc', this.path('/proc')]);
  }

  path(printed) {
    return join(this.folder, printed);
  }

  put(printed, text, mode = 0o644) {
    mkdirSync(dirname(this.path(printed)), { recursive: true });
    writeFileSync(this.path(printed), text, { mode });
  }

  /** Types a line; throws where it doesn't end with 0, unless `ends` says otherwise. Resolves with what it said. */
  async type(line, ends = 0) {
    const startedAt = performance.now();
    const { status, said } = await this.run(line);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).padStart(6);
    console.log(`${seconds} s  ${line}`);
    if (status !== ends) throw new Error(`${line}: ended with ${status}\n${said}`);
    return said;
  }

  async run(line) {
    if (line.startsWith('cd ')) {
      this.at = line.slice(3);
      return { status: 0, said: '' };
    }
    if (line.startsWith('systemctl ')) return this.systemctl(...line.split(' ').slice(1));
    const authority =
      this.authority && line.startsWith('npm ') ? [`NODE_EXTRA_CA_CERTS=${this.authority}`] : [];
    const env = [
      `PATH=${searchPath}`,
      'HOME=/root',
      'DEBIAN_FRONTEND=noninteractive',
      'LC_ALL=C',
      ...authority,
    ];
    const words = [this.folder, 'env', '-i', ...env, 'bash', '--norc', '-c', `cd ${this.at} && ${line}`];
    const child = spawn('chroot', words, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        said += text;
      });
    }
    // Not `close`: nginx goes on holding what it was given.
    const status = await new Promise((resolve) => child.once('exit', resolve));
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { status, said };
  }

  async systemctl(verb, ...names) {
    if (names.includes('nginx')) {
      return this.run(this.nginxRuns() ? 'nginx -s reload' : 'nginx');
    }
    if (names.includes('buddy-backup')) return this.once('buddy-backup.service');
    if (names.includes('buddy') && verb !== 'start' && this.server !== null) {
      const exited = new Promise((resolve) => this.server.once('exit', resolve));
      this.server.kill('SIGTERM');
      await exited;
      this.server = null;
    }
    if (names.includes('buddy') && (verb === 'start' || verb === 'enable')) this.start();
    return { status: 0, said: '' };
  }

  /** The file is empty after `nginx -t` alone. */
  nginxRuns() {
    const file = this.path('/run/nginx.pid');
    return existsSync(file) && readFileSync(file, 'utf8').trim() !== '';
  }

  /** What the unit says, and what its drop-ins say in its place. */
  unit(name) {
    const folder = this.path('/etc/systemd/system');
    const dropIns = existsSync(`${folder}/${name}.d`) ? readdirSync(`${folder}/${name}.d`) : [];
    const files = [name, ...dropIns.map((file) => `${name}.d/${file}`)];
    const text = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
    return (setting) => [...text.matchAll(new RegExp(`^${setting}=(.+)$`, 'gm'))].at(-1)?.[1] ?? '';
  }

  words(name) {
    const says = this.unit(name);
    const user = says('User');
    const as = ['setpriv', `--reuid=${user}`, `--regid=${says('Group')}`, '--clear-groups'];
    const env = ['env', '-i', `PATH=${searchPath}`, ...says('Environment').split(' ')];
    const command = says('ExecStart').replaceAll('$$', '$').replaceAll('%%', '%');
    const line = `cd ${says('WorkingDirectory')} && umask ${says('UMask')} && exec ${command}`;
    return [this.folder, ...as, ...env, 'sh', '-c', line];
  }

  /** A service of type oneshot, such as a timer starts. */
  once(name) {
    const { status, stdout, stderr } = spawnSync('chroot', this.words(name), { encoding: 'utf8' });
    return { status, said: stdout + stderr };
  }

  start() {
    this.server = spawn('chroot', this.words('buddy.service'), { stdio: 'ignore' });
  }

  async remove() {
    await this.systemctl('stop', 'buddy');
    if (this.nginxRuns()) await this.run('nginx -s quit');
    spawnSync('umount', [this.path('/proc')]);
  }
}
