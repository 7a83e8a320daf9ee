import { describe, expect, test } from '@jest/globals';
import {
  isPostgresUrl,
  passwordIn,
  readPlace,
  sayDatabase,
  sqlitePath,
  urlFault,
} from '../../src/db/database-url.ts';

const server = 'postgres://buddy:secret@db.example:5433/ward';

test('a database is a PostgreSQL server by its address, and a file otherwise', () => {
  expect(
    [server, 'postgresql://x/y', 'sqlite:postgres://x', 'postgres:/x', 'postgress://x'].map(isPostgresUrl),
  ).toEqual([...[true, true], ...[false, false, false]]);
  expect(sqlitePath('sqlite:data/buddy.db')).toBe('data/buddy.db');
});

test.each([
  [server, 'secret'],
  ['postgres://buddy:a%23b%25@db.example/ward', 'a#b%'],
  ['postgres://buddy:100%@db.example/ward', '100%'],
  ['postgres://buddy:a%zz%23@db.example/ward', 'a%zz#'],
  ['postgres://buddy:%ff@db.example/ward', '%ff'],
  ['postgres://buddy@/ward?host=/run/postgresql', ''],
])('the password in %s is %s', (url, password) => {
  expect(passwordIn(url)).toBe(password);
});

describe('what an operator reads of it', () => {
  test.each([
    ['sqlite:/data/buddy.db', '/data/buddy.db'],
    [server, 'PostgreSQL, ward on db.example'],
    ['postgres://buddy@/ward?host=/run/postgresql', 'PostgreSQL, ward on /run/postgresql'],
    ['postgres://buddy@db.example/', 'PostgreSQL, the database of its user on db.example'],
    ['postgres://buddy@/', 'PostgreSQL, the database of its user on localhost'],
    ['postgresql://buddy@/ward', 'PostgreSQL, ward on localhost'],
    ['postgres://b@%2Frun%2Fpg/my%20ward', 'PostgreSQL, my ward on /run/pg'],
  ])('%s: %s', (url, said) => {
    expect(sayDatabase(url)).toBe(said);
  });

  test('never holds the user or the password', () => {
    expect(sayDatabase(server)).not.toMatch(/buddy|secret/);
  });
});

describe('why it cannot be used', () => {
  test.each([
    'sqlite:data/buddy.db',
    server,
    'postgres://buddy@/ward?host=/run/postgresql',
    `${server}?sslmode=disable`,
    `${server}?sslmode=require`,
    `${server}?sslmode=verify-full`,
    `${server}?sslmode=verify-ca&sslrootcert=ca.pem`,
  ])('%s can be tried', (url) => {
    expect(urlFault(url)).toBeNull();
  });

  test.each(['', 'sqlite:', 'data/sqlite:x', 'mysql://x/y'])('%j names neither', (url) => {
    expect(urlFault(url)).toBe(
      'must be sqlite:<path>, such as sqlite:data/buddy.db, or postgres://<user>:<password>@<host>/<database>.',
    );
  });

  test('a password with signs of its own must have them encoded', () => {
    expect(urlFault('postgres://buddy:a#b@db.example/ward')).toBe(
      'is no address of a PostgreSQL server: write postgres://<user>:<password>@<host>/<database>, with signs such as # or @ in the password as %23 or %40.',
    );
  });

  test.each(['prefer', 'allow', ''])(
    'sslmode=%s would go on without encryption, and without a word',
    (mode) => {
      expect(urlFault(`${server}?sslmode=${mode}`)).toBe(
        'has an sslmode that is none of disable, require, verify-ca, verify-full.',
      );
    },
  );

  test('ssl is said in one way', () => {
    expect(urlFault(`${server}?ssl=true`)).toBe(
      'has a parameter ssl: say it by sslmode, such as sslmode=verify-full.',
    );
  });

  test('verify-ca needs the certificate to verify by', () => {
    expect(urlFault(`${server}?sslmode=verify-ca`)).toBe(
      'says sslmode=verify-ca, which needs sslrootcert=<file>; or use verify-full.',
    );
  });
});

test('where the server is, and how it is reached', () => {
  const { host, database, sslMode, parameters } = readPlace(`${server}?sslmode=require&sslrootcert=ca.pem`);
  expect([host, database, sslMode, parameters.get('sslrootcert')]).toEqual([
    'db.example',
    'ward',
    'require',
    'ca.pem',
  ]);
  expect(readPlace('postgres://db.example/ward').sslMode).toBeNull();
  const { parameters: odd } = readPlace('postgres://db.example/ward?options=postgres://x@/y');
  expect(odd.get('options')).toBe('postgres://x@/y');
});
