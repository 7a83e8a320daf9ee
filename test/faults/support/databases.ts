import { databaseUnderTest, type FreshDatabase, freshDatabase } from '../../support/fresh-database.ts';

export type Fresh = FreshDatabase;

export interface Kind {
  readonly name: string;
  /** How many processes send at once while they are being killed. */
  readonly processes: readonly number[];
  fresh(): Promise<Fresh>;
}

/** On what the runs are made; jest.config.mjs says which of them are made on PostgreSQL as well. */
export const databases: readonly Kind[] = [
  {
    name: databaseUnderTest === 'postgres' ? 'PostgreSQL' : 'SQLite',
    processes: [1, 3],
    fresh: () => freshDatabase(),
  },
];
