import { expect, test } from '@jest/globals';
import type { Insertable } from 'kysely';
import { addNew } from '../../src/db/add-new.ts';
import type { OutboxTable } from '../../src/outbox/table.ts';
import { temporaryDatabase } from '../support/turn.ts';

const row = (key: string, own: Partial<Insertable<OutboxTable>>): Insertable<OutboxTable> => ({
  key,
  platform: 'slack',
  workspace: 'T0',
  person_id: 'U0ANA',
  lane: 'post',
  batch: null,
  card: null,
  version: 1,
  status: 'waiting',
  attempts: 0,
  due_at: 0,
  useful_until: null,
  created_at: 0,
  ...own,
});

test('many rows at once are kept to the letter, and those that are there already are left out', async () => {
  const { db, close } = await temporaryDatabase();
  try {
    const rows = [
      row('a', { card: '{"words":"\\"both\\", {one,NULL}"}', due_at: 1_796_047_230_000, useful_until: 5 }),
      row('b', { card: 'schön, 日本, 🫂\n', due_at: -1 }),
      row('c', { card: '', batch: 'NULL' }),
      row('d', {}),
    ];
    expect(await addNew(db, 'outbox', rows)).toBe(4);
    expect(await addNew(db, 'outbox', [row('e', {})])).toBe(1);
    expect(await addNew(db, 'outbox', [row('e', {}), row('f', {})])).toBe(1);
    expect(await addNew(db, 'outbox', [])).toBe(0);

    const kept = await db.selectFrom('outbox').selectAll().orderBy('key').execute();
    expect(kept.map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    for (const [nth, expected] of rows.entries()) expect(kept[nth]).toMatchObject(expected);
  } finally {
    await close();
  }
});
