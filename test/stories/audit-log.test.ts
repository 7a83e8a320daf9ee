import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openHospital, until } from '../support/hospital.ts';
import type { Message } from '../support/slack/types.ts';

test('a setting changed in chat is in the file of the hospital’s log collector half a minute later', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'buddy-audit-'));
  const file = join(folder, 'audit.jsonl');
  const hospital = await openHospital({
    now: '2026-12-02T15:00:00Z',
    environment: { BUDDY_ADMINS: 'slack:UWIL', AUDIT_LOG: file },
  });
  try {
    const wil = hospital.slack.person('UWIL', { name: 'Wil Park' });
    const { shown } = await wil.command('/buddy', 'admin');
    await wil.press(shown as Message, 'program.settings');
    await until(() => wil.modal !== undefined);
    await wil.submit(wil.modal ?? raise(), { buddies: '2' });
    await hospital.goTo('2026-12-02T15:00:20Z');
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ action: 'set', about: 'maxBuddies', by: 'slack:UWIL', to: null }),
    ]);
    await hospital.goTo('2026-12-02T15:00:40Z');
    expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toEqual(lines);
  } finally {
    await hospital.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

function raise(): never {
  throw new Error('no form is open');
}
