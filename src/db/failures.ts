/** A database that can't be used. `message` is one line for an operator; it names DATABASE_URL and no password. */
export class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault';
}

/**
 * Whether a transaction failed only because of another one that ran beside it: a deadlock, or rows that changed
 * meanwhile. Nothing of it was written, and it can be done once more.
 */
export function isRepeatable(error: unknown): boolean {
  const code = codeOf(error);
  return code === '40P01' || code === '40001';
}

/** The code of the error, or of what caused it: the driver's, the server's, or Node's. */
export function codeOf(error: unknown): string | undefined {
  for (let one = error; one instanceof Error; one = one.cause) {
    const { code } = one as { code?: unknown };
    if (typeof code === 'string') return code;
  }
  return undefined;
}

/** Whether a code is one of a database that went away or has no room, rather than of a bug. */
export function isOfDatabase(code: string | undefined): boolean {
  return /^(SQLITE_|08|53|57P|57014$|55P03$|25P03$|ECONN|EPIPE$|ETIMEDOUT$)/.test(code ?? '');
}

/** Whether a code says that a connection ended in the middle of something, which the server may have done or not. */
export function isCutOff(code: string | undefined): boolean {
  return /^(08006|57P0[12]|ECONNRESET|EPIPE)$/.test(code ?? '');
}

/** What an operator can do about it, by code. */
const advice: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'No server listens there: check host and port, and whether it runs.',
  ENOENT: 'No server has its socket there: check the host, and whether it runs.',
  ENOTFOUND: 'Its host is not known: check the name.',
  EAI_AGAIN: 'Its host could not be looked up: check the name and the network.',
  ETIMEDOUT: 'The server did not answer in time: check host, port and firewall.',
  no_connection_free: 'All connections are in use, and none became free in time: is the server slow?',
  '28P01': 'The password is wrong.',
  '28000': 'The server does not let this user in: check user, sslmode and pg_hba.conf.',
  '3D000': 'There is no database of that name on the server: make it with createdb.',
  '42501': 'The user may not make tables there: let the user own the database, or its schema.',
  '53300': 'The server has no connection left: raise max_connections, or stop something.',
  '57P01': 'The server is being stopped.',
  '57P03': 'The server is starting or stopping: try again.',
};

/** One line, for a server to which there is no connection. `named` by what it was given. */
export function postgresFault(error: unknown, named = 'DATABASE_URL'): DatabaseFault {
  if (!(error instanceof DatabaseFault)) return faultOf(codeOf(withCode(error)) ?? 'no code', named, error);
  return error.cause === undefined ? error : postgresFault(error.cause, named);
}

/** Since PostgreSQL 15 a user must be given the right to make tables. */
export function noRightToMakeTables(): DatabaseFault {
  return faultOf('42501', 'DATABASE_URL');
}

/** The database has been brought further than this version of Buddy knows. */
export function newerDatabase(): DatabaseFault {
  return new DatabaseFault(
    'The database named by DATABASE_URL was made by a newer version of Buddy. Start that one, or restore the backup from before the upgrade.',
  );
}

function faultOf(code: string, named: string, cause?: unknown): DatabaseFault {
  return new DatabaseFault(
    `${named} names a PostgreSQL database that cannot be used (${code}). ${adviceOn(code)}`,
    { cause },
  );
}

/** What an operator can do about a server that can't be used. */
export function adviceOn(code: string): string {
  return (
    advice[code] ?? (isAboutCertificates(code) ? certificates : 'Check the URL, and the log of the server.')
  );
}

const certificates =
  'Its certificate is not accepted: check sslrootcert, and that the host is named as in it.';

/** As Node calls them, of which there are some dozens. */
function isAboutCertificates(code: string): boolean {
  return /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_VERIFY/.test(code);
}

/** The driver has no code for some of its own. */
const codeFromWords: readonly (readonly [RegExp, string])[] = [
  [/timeout exceeded when trying to connect/, 'no_connection_free'],
  [/timeout|silent/i, 'ETIMEDOUT'],
  [/terminated|not queryable/i, 'ECONNRESET'],
  [/does not support SSL/i, 'the server has no TLS'],
];

/** Gives an error of the driver's a code by which it can be told in the log, where no message stands. */
export function withCode<Thrown>(error: Thrown): Thrown {
  if (!(error instanceof Error) || codeOf(error) !== undefined) return error;
  const code = codeFromWords.find(([words]) => words.test(error.message))?.[1];
  return code === undefined ? error : Object.assign(error, { code });
}
