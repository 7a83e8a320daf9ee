// Follows docs/operating.md by the letter on a bare Debian: npm run walk -- --debian FOLDER. As root, with a folder made by
// `debootstrap --variant=minbase trixie FOLDER`, which is written to; the ports 443 and 3000 must be free. A first day, an upgrade, the way
// back, a bad day and the last one, on Slack's stand-in. Ends with 0 when all of it went as the manual says.
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { linesUnder } from '../test/support/manual.ts';
import { signedRequest } from '../test/support/slack/signer.ts';
import { startSlack } from '../test/support/slack/stand-in.ts';
import { Machine } from './install-walk/machine.mjs';

const { debian } = new Command('npm run walk --')
  .description('Follows the manual on a bare Debian.')
  .requiredOption('--debian <folder>', 'made by debootstrap; it is written to')
  .parse()
  .opts();

const root = join(import.meta.dirname, '..');
const host = 'buddy.hospital.example';
const slack = await startSlack();
slack.person('U01ABC', { name: 'Ana', tz: 'America/New_York' });
const machine = new Machine(debian);
const scratch = mkdtempSync(join(tmpdir(), 'buddy-walk-'));
let trigger = 0;

/** Someone types a command in Slack, which comes in by way of nginx. */
async function ask(text) {
  trigger += 1;
  const body = String(
    new URLSearchParams({
      ...{ command: '/buddy', text, team_id: slack.identity.teamId, api_app_id: slack.identity.appId },
      ...{
        user_id: 'U01ABC',
        channel_id: 'D01ABC',
        channel_name: 'directmessage',
        trigger_id: `1.${trigger}`,
      },
      response_url: `${slack.apiUrl}response/${trigger}`,
    }),
  );
  const headers = { ...signedRequest(slack.signingSecret, body), host };
  const ca = execFileSync('cat', [machine.path('/etc/ssl/buddy/certificate.pem')]);
  const options = { host: '127.0.0.1', servername: host, path: '/slack/events', method: 'POST', headers, ca };
  const status = await new Promise((resolve, reject) => {
    request(options, (answer) => answer.resume().on('end', () => resolve(answer.statusCode)))
      .on('error', reject)
      .end(body);
  });
  if (status !== 200) throw new Error(`/buddy ${text}: ${status}`);
  console.log(`          (in Slack: /buddy ${text})`);
}

/** Types what stands under a heading; resolves with what the last line said. */
async function follow(heading, change = (line) => line) {
  console.log(`\n== ${heading}`);
  let said = '';
  for (const line of linesUnder(heading).map(change)) said = await machine.type(line);
  return said;
}

async function isReady() {
  const said = await machine.type(
    'curl -s --retry 30 --retry-delay 1 --retry-all-errors --fail http://127.0.0.1:3000/readyz',
  );
  if (!said.startsWith('ready')) throw new Error(`not ready: ${said}`);
}

function expectSaid(said, words) {
  if (!said.includes(words)) throw new Error(`expected ${words}, and it said: ${said}`);
}

/** The release as it's made here, and one after it, with a migration to come. */
function makeReleases() {
  execFileSync(process.execPath, ['scripts/release.mjs', '--out', scratch], { cwd: root, stdio: 'inherit' });
  const [archive = ''] = readdirSync(scratch).filter((name) => name.endsWith('.tar.gz'));
  const next = join(scratch, 'buddy-0.2.0');
  execFileSync('tar', ['-xzf', join(scratch, archive), '-C', scratch]);
  cpSync(join(scratch, archive.replace('.tar.gz', '')), next, { recursive: true });
  execFileSync('sed', ['-i', '0,/"version": "[^"]*"/s//"version": "0.2.0"/', `${next}/package.json`]);
  writeFileSync(
    `${next}/migrations/29990101T0000_of_the_walk.ts`,
    "import type { Kysely } from 'kysely';\nexport async function up(db: Kysely<unknown>): Promise<void> {\n  await db.schema.createTable('of_the_walk').addColumn('id', 'text').execute();\n}\n",
  );
  execFileSync('tar', ['-czf', machine.path('/opt/buddy-0.2.0.tar.gz'), '-C', scratch, 'buddy-0.2.0']);
  cpSync(join(scratch, archive), machine.path('/opt/buddy.tar.gz'));
}

try {
  makeReleases();
  const firstDay = linesUnder('As a service');
  const filledIn = firstDay.findIndex((line) => line.startsWith('buddy check'));
  console.log('\n== As a service');
  await machine.type('apt-get update');
  await machine.type('apt-get install --yes nodejs npm curl');
  await machine.type('mkdir /opt/buddy');
  await machine.type(
    'tar --extract --gzip --file /opt/buddy.tar.gz --strip-components 1 --directory /opt/buddy',
  );
  for (const line of firstDay.slice(0, filledIn)) await machine.type(line);
  const settings = Object.entries({ ...slack.env(), BUDDY_ADMINS: 'slack:U01ABC' });
  appendFileSync(
    machine.path('/etc/buddy/buddy.env'),
    settings.map(([name, value]) => `${name}=${value}\n`).join(''),
  );
  for (const line of firstDay.slice(filledIn))
    expectSaid(await machine.type(line), line === 'buddy check' ? 'good' : '');
  await isReady();

  await machine.type('apt-get install --yes openssl');
  await machine.type('mkdir -p /etc/ssl/buddy');
  await machine.type(
    `openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=${host} -addext subjectAltName=DNS:${host} -keyout /etc/ssl/buddy/key.pem -out /etc/ssl/buddy/certificate.pem`,
  );
  machine.put(
    '/root/.curlrc',
    `resolve = "${host}:443:127.0.0.1"\ncacert = "/etc/ssl/buddy/certificate.pem"\n`,
  );
  machine.at = '/opt/buddy';
  expectSaid(await follow('Behind a reverse proxy', (line) => line.replaceAll('YOUR-HOST', host)), ' 401');
  await ask('invite');
  await follow('Backup');
  await machine.type('rm /backups/buddy-$(date +%F).db');
  await machine.type('systemctl start buddy-backup');
  await machine.type('ls /backups/buddy-$(date +%F).db');

  machine.at = '/opt';
  await follow('Upgrades', (line) => line.replace('--file buddy-0.2.0', '--file /opt/buddy-0.2.0'));
  expectSaid(await machine.type('buddy --version'), '0.2.0');
  await ask('status');

  console.log('\n== Back again');
  const back = linesUnder('Back again');
  for (const line of back.slice(0, -1)) await machine.type(line);
  expectSaid(await machine.type(back.at(-1), 1), 'newer version');
  await follow('Restore', (line) =>
    line.replace('/backups/buddy-2026-11-29.db', '/backups/buddy-before-upgrade.db'),
  );
  await isReady();
  expectSaid(await machine.type('buddy --version'), '0.1.0');
  expectSaid(await machine.type('buddy person export slack:U01ABC'), 'U01ABC');
  await ask('status');

  await machine.type('systemctl stop buddy');
  await follow('The last day');
  const left = await machine.type(
    "find / -xdev -name '*buddy*' -not -path '/proc/*' -not -path '/root/*' -not -path '/tmp/*'",
  );
  console.log(`\nWhat is left on the machine:\n${left}`);
} finally {
  await machine.remove();
  await slack.stop();
  rmSync(scratch, { recursive: true, force: true });
}
