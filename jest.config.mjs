import { availableParallelism } from 'node:os';
import { whyNoPostgres } from './test/support/postgres-server.ts';

const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': './test/support/strip-types.mjs' },
  modulePathIgnorePatterns: ['<rootDir>/data/'],
};

/** What is told a second time on PostgreSQL: everything that goes through a store, and the program as a process. */
const onPostgres = [
  '<rootDir>/test/db/*.test.ts',
  '<rootDir>/test/outbox/*.test.ts',
  '<rootDir>/test/features/*.test.ts',
  '<rootDir>/test/stories/*.test.ts',
  '<rootDir>/test/postgres/*.test.ts',
  '<rootDir>/test/faults/{kill,model,clock,rolling-restart,postgres-*}.test.ts',
];

/** What there is nothing to tell of on SQLite. */
const onlyOnPostgres = ['/test/postgres/', '/test/faults/postgres-'];

/** Those of them that never open the database of the run. */
const onlyOnce = ['/test/outbox/(backoff|pace)', '/test/features/questions-bank'];

const noPostgres = whyNoPostgres();
if (noPostgres !== null) console.log(`skipped: the tests on PostgreSQL, since ${noPostgres}`);

export default {
  testTimeout: 60_000,
  // Most tests wait far more than they compute: half as many again as there are cores keep these at work.
  maxWorkers: Math.ceil(1.5 * availableParallelism()),
  projects: [
    {
      ...common,
      displayName: 'sqlite',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: onlyOnPostgres,
      globalSetup: '<rootDir>/test/support/sqlite-run.ts',
      globalTeardown: '<rootDir>/test/support/sqlite-end.ts',
    },
    ...(noPostgres === null
      ? [
          {
            ...common,
            displayName: 'postgres',
            testMatch: onPostgres,
            testPathIgnorePatterns: onlyOnce,
            globals: { databaseUnderTest: 'postgres' },
            globalSetup: '<rootDir>/test/support/postgres-run.ts',
            globalTeardown: '<rootDir>/test/support/postgres-end.ts',
          },
        ]
      : []),
  ],
};
