import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/db/schema.ts';
import { transact } from '../../src/db/transact.ts';
import { logAudit } from '../../src/features/audit/log.ts';
import { unnameInAudit, writeAudit } from '../../src/features/audit/store.ts';
import { auditLogJob } from '../../src/program/audit-log.ts';
import { forgetWhatIsOld } from '../../src/program/retention.ts';
import { slackPerson, temporaryDatabase } from '../support/turn.ts';

const now = Date.parse('2026-12-02T15:00:00Z');
const wil = { person: slackPerson('UWIL'), name: 'Wil Park' };
const ana = { person: slackPerson('UANA'), name: 'Ana Silva' };

let db: Database;
let close: () => Promise<void>;
let folder: string;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  folder = mkdtempSync(join(tmpdir(), 'buddy-audit-'));
});
afterEach(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

const appointed = (at = now) =>
  writeAudit(db, { by: wil, action: 'appointed', about: 'director', subject: ana }, at);
const posted = (at = now) => writeAudit(db, { by: wil, action: 'posted', about: '2026-W50' }, at);

describe('the log collector gets', () => {
  test('a line of JSON for each entry, in the order in which they were made, by account and not by name', async () => {
    await appointed();
    await posted(now + 1);
    const job = auditLogJob(db, join(folder, 'audit.jsonl'));
    await job.run(now + 2);
    const text = readFileSync(join(folder, 'audit.jsonl'), 'utf8');
    const lines = text.trimEnd().split('\n');
    expect(lines.map((line) => ({ ...JSON.parse(line), id: '' }))).toEqual([
      {
        ...{ type: 'buddy-audit', id: '', time: '2026-12-02T15:00:00.000Z', action: 'appointed' },
        ...{ about: 'director', by: 'slack:UWIL', to: 'slack:UANA' },
      },
      {
        ...{ type: 'buddy-audit', id: '', time: '2026-12-02T15:00:00.001Z', action: 'posted' },
        ...{ about: '2026-W50', by: 'slack:UWIL', to: null },
      },
    ]);
    expect(text).not.toMatch(/Park|Silva/);
    expect(statSync(join(folder, 'audit.jsonl')).mode & 0o777).toBe(0o600);
  });

  test('of a phone line that it was added, but not what it’s called: a line may bear someone’s name', async () => {
    await writeAudit(db, { by: wil, action: 'added-line', about: 'Chaplain Rosa Lind' }, now);
    await auditLogJob(db, join(folder, 'audit.jsonl')).run(now);
    const [line = ''] = readFileSync(join(folder, 'audit.jsonl'), 'utf8').split('\n');
    expect(JSON.parse(line)).toMatchObject({ action: 'added-line', about: '' });
  });

  test('each once; what couldn’t be written comes at the next try', async () => {
    await appointed();
    const full = () => Promise.reject(new Error('ENOSPC'));
    await expect(logAudit(db, full, now)).rejects.toThrow('ENOSPC');
    let written = '';
    const write = async (lines: string) => {
      written += lines;
    };
    expect(await logAudit(db, write, now)).toBe(1);
    expect(await logAudit(db, write, now)).toBe(0);
    await posted();
    expect(await logAudit(db, write, now)).toBe(1);
    expect(written.match(/"action":"\w+"/g)).toEqual(['"action":"appointed"', '"action":"posted"']);
  });

  test('more than a batch at once', async () => {
    await transact(db, async (transaction) => {
      for (let nth = 0; nth < 501; nth += 1)
        await writeAudit(transaction, { by: wil, action: 'set', about: 'time-zone' }, now + nth);
    });
    let lines = 0;
    const write = async (text: string) => {
      lines += text.split('\n').length - 1;
    };
    expect([await logAudit(db, write, now), lines]).toEqual([501, 501]);
  });

  test('of someone who has been erased what was done, by nobody', async () => {
    await appointed();
    await transact(db, (transaction) => unnameInAudit(transaction, wil.person));
    await auditLogJob(db, join(folder, 'audit.jsonl')).run(now);
    const [line = ''] = readFileSync(join(folder, 'audit.jsonl'), 'utf8').split('\n');
    expect(JSON.parse(line)).toMatchObject({ action: 'appointed', by: null, to: 'slack:UANA' });
  });
});

test('an entry is there for two years, and then no longer', async () => {
  await appointed();
  const countAfter = async (days: number) => {
    const age = { now: now + days * 86_400_000, smallestGroup: 11 };
    await forgetWhatIsOld(db, age);
    return (await db.selectFrom('audit_entries').select('id').execute()).length;
  };
  expect([await countAfter(730), await countAfter(731)]).toEqual([1, 0]);
});
