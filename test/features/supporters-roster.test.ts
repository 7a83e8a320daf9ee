import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sqlitePath } from '../../src/db/database-url.ts';
import type { Database } from '../../src/db/schema.ts';
import { tables } from '../../src/db/tables.ts';
import { saveSupporter } from '../../src/features/supporters/store.ts';
import { databaseUnderTest } from '../support/fresh-database.ts';
import { type Hospital, openHospital, until } from '../support/hospital.ts';
import { addTrained } from '../support/supporters.ts';
import { temporaryDatabase } from '../support/turn.ts';
import { does, someone, viewButtons, viewOf, viewText } from './supporters-stage.ts';

const ana = someone('ana');

describe('the roster', () => {
  let db: Database;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ db, close } = await temporaryDatabase());
  });
  afterEach(() => close());

  test('shows a supporter’s name, and of the rest what they chose', async () => {
    const ben = await addTrained(db, someone('ben'), 'Ben');
    const card = { profession: 'nurse', specialty: 'critical-care', contact: '555-010-0199' };
    await saveSupporter(db, ben.id, { ...card, shown: ['profession'] });
    const shown = viewText(await does(db, ana, 'support.roster'));
    expect(shown).toContain('Ben');
    expect(shown).toContain('Nurse');
    expect(shown).not.toContain('Critical care');
    expect(shown).not.toContain('555');
    await saveSupporter(db, ben.id, { shown: ['contact', 'specialty'] });
    const other = viewText(await does(db, ana, 'support.roster'));
    expect(other).toContain('555-010-0199');
    expect(other).toContain('Critical care');
    expect(other).not.toContain('Nurse');
  });

  test('lets anyone ask one of them, but for who is away, still in training, or oneself', async () => {
    const ids: Record<string, string> = {};
    for (const name of ['ben', 'chidi', 'dana', 'elif'])
      ids[name] = (await addTrained(db, someone(name), name)).id;
    await saveSupporter(db, ids.chidi ?? '', { awayFrom: '2026-11-30', awayUntil: '2026-12-01' });
    await saveSupporter(db, ids.dana ?? '', { trainedOn: null });
    const asks = async (who: string) =>
      viewButtons(await does(db, someone(who), 'support.roster')).filter((id) =>
        id.startsWith('support.self:'),
      );
    expect(await asks('ana')).toEqual([`support.self:${ids.ben}`, `support.self:${ids.elif}`]);
    expect(await asks('elif')).toEqual([`support.self:${ids.ben}`]);
    await saveSupporter(db, ids.chidi ?? '', { awayUntil: '2026-11-30' });
    expect(await asks('ana')).toHaveLength(3);
  });

  test('has nobody on it who hasn’t said yes', async () => {
    const ben = await addTrained(db, someone('ben'), 'Ben');
    await saveSupporter(db, ben.id, { state: 'invited' });
    expect(viewText(await does(db, ana, 'support.roster'))).not.toContain('Ben');
  });

  test('comes in pages, and by profession', async () => {
    for (let index = 0; index < 23; index += 1) {
      const name = `Name ${String(index).padStart(2, '0')}`;
      const one = await addTrained(db, someone(`s${index}`), name);
      const profession = index < 3 ? 'nurse' : 'physician';
      await saveSupporter(db, one.id, { profession, shown: index === 0 ? [] : ['profession'] });
    }
    const first = await does(db, ana, 'support.roster');
    expect(viewText(first)).toContain('Page 1 of 3');
    expect(viewButtons(first)).toContain('support.roster:all/2');
    const last = viewText(await does(db, ana, 'support.roster:all/3'));
    expect(last).toContain('Name 22');
    expect(last).not.toContain('Name 19');
    // Page 9 is none: it's the last.
    expect(viewText(await does(db, ana, 'support.roster:all/9'))).toBe(last);
    const nurses = viewText(await does(db, ana, 'support.roster:nurse'));
    expect(nurses.match(/Name \d\d/g)).toEqual(['Name 01', 'Name 02']);
    // Who doesn't show theirs isn't found by it, and a profession that nobody shows is none.
    expect(viewText(await does(db, ana, 'support.roster:midwife'))).toContain('Page 1 of 3');
    const choice = viewOf(first).elements.find(({ type }) => type === 'choice');
    expect(choice?.type === 'choice' ? choice.options.map(({ value }) => value) : []).toEqual([
      'all',
      'physician',
      'nurse',
    ]);
  });
});

describe('looking', () => {
  let hospital: Hospital;
  beforeEach(async () => {
    hospital = await openHospital({ now: '2026-12-02T15:00:00Z' });
  });
  afterEach(() => hospital.close());

  test('at the roster and the guides leaves the database byte for byte as it was', async () => {
    const elif = hospital.slack.person('UELIF', { name: 'Elif Kaya' });
    const ben = { platform: 'slack', workspace: hospital.slack.identity.teamId, id: 'UBEN' } as const;
    await addTrained(hospital.db, ben, 'Ben Okafor');
    await hospital.settled();
    const before = await everything(hospital);
    const looks = ['support.roster', 'support.roster:all/1', 'support.guide', 'support.guide:session/2'];
    for (const id of looks) {
      const { status } = await elif.press(withButton(id), id);
      expect(status).toBe(200);
      await until(() => elif.modal !== undefined);
      expect(JSON.stringify(elif.modal?.blocks)).toContain(
        id.includes('roster') ? 'Ben Okafor' : 'support.guide',
      );
      if (elif.modal !== undefined) await elif.close(elif.modal);
    }
    expect(await everything(hospital)).toEqual(before);
  });
});

function withButton(id: string) {
  const button = { type: 'button', action_id: id, text: { type: 'plain_text', text: 'Look' } };
  return { blocks: [{ type: 'actions', block_id: 'actions', elements: [button] }] };
}

/** Every row; on SQLite every byte of the files, too. */
async function everything({ db, databaseUrl }: Hospital): Promise<readonly unknown[]> {
  const rows = [];
  for (const table of tables) rows.push(await db.selectFrom(table).selectAll().execute());
  if (databaseUnderTest === 'postgres') return rows;
  const file = sqlitePath(databaseUrl);
  return [...rows, ...[file, `${file}-wal`].map((one) => readFileSync(one).toString('base64'))];
}
