import {
  appendFileSync,
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addWeeks, weekOf } from '../../src/calendar/iso-week.ts';
import { openDatabase } from '../../src/db/open.ts';
import { enrol } from '../../src/people/members/store.ts';
import { type Ended, Installation } from '../support/installation.ts';
import { whyNotInstalled } from '../support/installed.ts';
import { commandsNamed, linesUnder } from '../support/manual.ts';
import { nobody } from '../support/program.ts';
import { startSlack } from '../support/slack/stand-in.ts';
import { aProfile, slackPerson, someHospital } from '../support/turn.ts';

/** What only a whole machine can do, and why it's left out here. */
const notHere = [/^user(?:add|del) /, /^npm ci /, /^apt-get /];

const port = String(20_000 + (process.pid % 20_000));
let slack: Awaited<ReturnType<typeof startSlack>>;
let machine: Installation;

async function typeAll(lines: readonly string[]): Promise<void> {
  for (const line of lines.filter((one) => !notHere.some((left) => left.test(one)))) {
    const { code, said } = await machine.type(line);
    expect([line, code, said]).toEqual([line, 0, said]);
  }
}

beforeAll(async () => {
  slack = await startSlack();
  machine = new Installation(port);
  const lines = linesUnder('As a service');
  const filledIn = lines.findIndex((line) => line.startsWith('buddy check'));
  await typeAll(lines.slice(0, filledIn));
  const settings = Object.entries({ ...slack.env(), PORT: port }).map(
    ([name, value]) => `${name}=${value}\n`,
  );
  appendFileSync(machine.path('/etc/buddy/buddy.env'), settings.join(''));
  await typeAll(lines.slice(filledIn));
}, 120_000);

afterAll(async () => {
  await machine.remove();
  await slack.stop();
});

/** Of files in the data's folder, who they belong to. */
function owners(): ReadonlyMap<string, number> {
  const folder = machine.path('/var/lib/buddy');
  return new Map(readdirSync(folder).map((name) => [name, statSync(`${folder}/${name}`).uid]));
}

const member = slackPerson('U01ABC');

async function enrolOne(): Promise<void> {
  const db = openDatabase(`sqlite:${machine.path('/var/lib/buddy/buddy.db')}`);
  await enrol(db, member, aProfile('Ana'), someHospital, Date.now());
  await db.destroy();
}

async function isHeld(): Promise<Ended> {
  return machine.type('buddy person export slack:U01ABC');
}

test('the service has its data in its own folder, and nothing of it anywhere else', () => {
  const mine = nobody.uid ?? process.getuid?.() ?? 0;
  expect(owners().get('buddy.db')).toBe(mine);
  expect(new Set(owners().values())).toEqual(new Set([mine]));
  expect(statSync(machine.path('/var/lib/buddy/buddy.db')).mode & 0o777).toBe(0o600);
  expect(existsSync(machine.path('/opt/buddy/data/buddy.db'))).toBe(true);
});

test('a reload of the unit is no restart', async () => {
  const started = async () => {
    const numbers = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    return /^process_start_time_seconds (\S+)/m.exec(numbers)?.[1];
  };
  const before = await started();
  expect(before).toBeDefined();
  expect((await machine.type('systemctl reload buddy')).code).toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect(await started()).toBe(before);
}, 30_000);

test('every command of the manual does what it says, no matter who types it, and where, and leaves nothing to root', async () => {
  await enrolOne();
  await typeAll(linesUnder('Backup'));
  const values: Readonly<Record<string, string>> = {
    INSTANT: '2026-11-30T09:00:00-05:00',
    FILE: '/backups/named.db',
    'import FILE': 'import /backups/questions.yml',
    REF: 'slack:U01ABC',
  };
  // `move` is told of in test/postgres/move.test.ts. A copy of today is there already.
  const left = [/ move /, / - /, /^buddy backup \/backups\/buddy-\$/, /^buddy backup$/];
  const commands = commandsNamed().filter((one) => !left.some((leaves) => leaves.test(one)));
  expect(commands.length).toBeGreaterThan(10);
  const inTwoWeeks = addWeeks(weekOf(Date.now(), 'UTC'), 2);
  writeFileSync(
    machine.path('/backups/questions.yml'),
    `- week: ${inTwoWeeks}\n  first: What helped?\n  second: Who?\n`,
  );
  await machine.type('cd /usr/local');
  for (const command of commands) {
    const line = command.replace(/\b(INSTANT|import FILE|FILE|REF)\b/g, (name) => values[name] ?? name);
    const { code, said } = await machine.type(line);
    expect([line, code, said]).toEqual([line, 0, expect.stringMatching(/\S/)]);
  }
  expect(new Set(owners().values()).size).toBe(1);
  expect(readdirSync(machine.path('/usr/local'))).toEqual(['bin']);
}, 120_000);

test("the timer's service makes a copy that has the day's name, and deletes old ones", async () => {
  const unit = readFileSync(machine.path('/opt/buddy/docs/deploy/buddy-backup.service'), 'utf8');
  const script = /^ExecStart=\/bin\/sh -c '(.*)'$/m.exec(unit)?.[1] ?? '';
  await machine.type('cd /backups');
  await machine.type(
    'rm buddy-$(date +%F).db; touch -d "20 days ago" buddy-old.db; touch -d "20 days ago" other.db',
  );
  const { code, said } = await machine.type(script.replaceAll('$$', '$').replaceAll('%%', '%'));
  expect([code, said]).toEqual([0, expect.stringContaining('Copied to')]);
  const copies = readdirSync(machine.path('/backups'));
  expect(copies).toContain(`buddy-${new Date().toLocaleDateString('sv')}.db`);
  expect(copies).toContain('other.db');
  expect(copies).not.toContain('buddy-old.db');
});

const why = whyNotInstalled('age');
if (why !== null) console.log(`skipped: copies that are encrypted, since ${why}.`);

(why === null ? test : test.skip)(
  'an encrypted copy is made in the words of the manual, by the timer too, and only its key opens it',
  async () => {
    const key = machine.path('/backups/buddy-backup.key');
    const [, recipient = ''] = /(age1\w+)/.exec((await machine.type(`age-keygen -o ${key}`)).said) ?? [];
    writeFileSync(machine.path('/etc/buddy/backup.recipients'), `${recipient}\n`);
    await typeAll(linesUnder('Encrypted copies'));
    const copies = () => readdirSync(machine.path('/backups')).filter((name) => name.includes('.age'));
    const [copy = ''] = copies();
    const opened = await machine.type(`age -d -i ${key} ${machine.path('/backups')}/${copy} | head -c 15`);
    expect([copies(), opened]).toEqual([[copy], { code: 0, said: 'SQLite format 3' }]);

    await machine.type(`rm /backups/${copy}`);
    await machine.type('cd /backups');
    const service = readFileSync(machine.path('/opt/buddy/docs/deploy/buddy-backup-encrypted.conf'), 'utf8');
    const [, script = ''] = /^ExecStart=\/bin\/bash -c '(.+)'$/m.exec(service) ?? [];
    const line = script.replaceAll('$$', '$').replaceAll('%%', '%');
    expect(await machine.type(`bash --norc -c '${line}'`)).toEqual({ code: 0, said: '' });
    expect(copies()).toEqual([copy]);

    // Where Buddy has nothing to give, nothing takes the name of a copy.
    await machine.type(`rm /backups/${copy}`);
    const failed = await machine.type(`DATABASE_URL=sqlite:data/none.db bash --norc -c '${line}'`);
    expect(failed).toMatchObject({ code: 1, said: expect.stringContaining('has no data yet') });
    expect(copies()).toEqual([`${copy}.part`]);
  },
  60_000,
);

test('a backup is put back in the words of the manual', async () => {
  await enrolOne();
  const copy = '/backups/buddy-2026-11-29.db';
  // On that day there's one already.
  await machine.type(`rm -f ${copy}`);
  expect((await machine.type(`buddy backup ${copy}`)).code).toBe(0);
  await machine.type('buddy person erase slack:U01ABC');
  expect((await isHeld()).code).toBe(1);
  // As if the erasure were not noted: else they'd be erased again at the start.
  await machine.type('rm /var/lib/buddy/buddy.db.erased');
  await typeAll(linesUnder('Restore'));
  expect(await isHeld()).toMatchObject({ code: 0, said: expect.stringContaining('Ana') });
  expect(readdirSync(machine.path('/var/lib/buddy/before'))).toContain('buddy.db');
}, 60_000);

test('a copy of nothing is refused, and so is one into a folder that is not there', async () => {
  const missing = await machine.type('buddy backup /backups/not-mounted/buddy.db');
  expect(missing).toMatchObject({ code: 1, said: expect.stringContaining('not-mounted') });
  const other = machine.path('/var/lib/buddy/empty.db');
  writeFileSync(other, '');
  if (nobody.uid !== undefined) chownSync(other, nobody.uid, nobody.uid);
  const empty = await machine.type(`DATABASE_URL=sqlite:data/empty.db buddy backup /backups/empty.db`);
  expect(empty).toMatchObject({ code: 1, said: expect.stringContaining('has no data yet') });
  for (const command of ['figures', 'nudge --at 2026-11-30T09:00:00Z', 'person export slack:U1']) {
    const refused = await machine.type(`DATABASE_URL=sqlite:data/none.db buddy ${command}`);
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('has no data yet') });
  }
  expect(existsSync(machine.path('/var/lib/buddy/none.db'))).toBe(false);
}, 60_000);

test('after the last day, nothing of Buddy is on the machine', async () => {
  await machine.type('systemctl stop buddy');
  await typeAll(linesUnder('The last day'));
  const left = readdirSync(machine.folder, { recursive: true, encoding: 'utf8' });
  // What the tests above have put there themselves.
  const mine = /^backups\/(?:other|named|empty)\.db|^backups\/questions\.yml/;
  expect(left.filter((path) => /buddy|\.db/.test(path) && !mine.test(path))).toEqual([]);
});
