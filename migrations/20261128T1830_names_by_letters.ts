import { type Kysely, sql } from 'kysely';

/**
 * Someone is found by the letters of their name in one look-up, however many others there are: going through all names
 * took 147 ms with 20,000 members.
 */
export async function up(db: Kysely<Named>): Promise<void> {
  for (const table of ['members', 'contacts'] as const) {
    await db.schema.alterTable(table).addColumn('name_letters', 'text').execute();
    const rows = await db
      .selectFrom(table)
      .select([...person, 'name'])
      .where('name', 'is not', null)
      .execute();
    for (const { name, platform, workspace, person_id } of rows) {
      await db
        .updateTable(table)
        .set({ name_letters: lettersOf(name ?? '') })
        .where((row) => row.and({ platform, workspace, person_id }))
        .execute();
    }
    await db.schema
      .createIndex(`${table}_name_letters`)
      .on(table)
      .columns(['platform', 'workspace', 'name_letters'])
      .where(sql.ref('name_letters'), 'is not', null)
      .execute();
  }
}

const person = ['platform', 'workspace', 'person_id'] as const;

interface Named {
  members: Row;
  contacts: Row;
}

interface Row {
  platform: string;
  workspace: string;
  person_id: string;
  name: string | null;
  name_letters: string | null;
}

/** As src/people/contacts/rules.ts had it when this was written. */
function lettersOf(name: string): string {
  const letters = [
    ...name
      .replaceAll('´', "'")
      .replaceAll(/[([][^)\]]*[)\]]/g, ' ')
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase(),
  ];
  const plain = letters.map((letter) => plainly.get(letter) ?? letter).join('');
  return [...plain.replaceAll(/[\s,]+/g, '')].sort().join('');
}

const plainly: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ ł: 'l', ø: 'o', đ: 'd', ð: 'd', ı: 'i', æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th' },
    ...{ '’': "'", '‘': "'", ʼ: "'", '`': "'", '‐': '-', '–': '-' },
  }),
);
