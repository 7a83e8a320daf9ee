/** A database that cannot be used. `message` is one line for an operator; it names DATABASE_URL and no password. */
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
  return /^(SQLITE_|08|53|57P|55P03$|25P03$|ECONN|EPIPE$)/.test(code ?? '');
}

/** What an operator can do about it, by code. */
const advice: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'No server listens there: check host and port, and whether it runs.',
  ENOENT: 'No server has its socket there: check the host, and whether it runs.',
  ENOTFOUND: 'Its host is not known: check the name.',
  EAI_AGAIN: 'Its host could not be looked up: check the name and the network.',
  ETIMEDOUT: 'The server did not answer in time: check host, port and firewall.',
  '28P01': 'The password is wrong.',
  '28000': 'The server does not let this user in: check user, sslmode and pg_hba.conf.',
  '3D000': 'There is no database of that name on the server: make it with createdb.',
  '42501': 'The user may not make tables there: let the user own the database, or its schema.',
  '53300': 'The server has no connection left: raise max_connections, or stop something.',
  '57P03': 'The server is starting or stopping: try again.',
};

/** One line, for a server that could not be used when it was needed for the first time. `named` by what it was given. */
export function postgresFault(error: unknown, named = 'DATABASE_URL'): DatabaseFault {
  if (error instanceof DatabaseFault) return error;
  return faultOf(codeOf(error) ?? codeFromWords(error), named, error);
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
  const does =
    advice[code] ?? (isAboutCertificates(code) ? certificates : 'Check the URL, and the log of the server.');
  return new DatabaseFault(`${named} names a PostgreSQL database that cannot be used (${code}). ${does}`, {
    cause,
  });
}

const certificates =
  'Its certificate is not accepted: check sslrootcert, and that the host is named as in it.';

/** As Node calls them, of which there are some dozens. */
function isAboutCertificates(code: string): boolean {
  return /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_VERIFY/.test(code);
}

/** The driver has no code for some of its own. */
function codeFromWords(error: unknown): string {
  const { message = '' } = error as { message?: string };
  if (/timeout/i.test(message)) return 'ETIMEDOUT';
  if (/terminated/i.test(message)) return 'the connection was cut';
  if (/does not support SSL/i.test(message)) return 'the server has no TLS';
  return 'no code';
}
