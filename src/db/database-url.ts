/** Whether DATABASE_URL names a PostgreSQL server; otherwise it names a SQLite file. */
export function isPostgresUrl(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url);
}

/** The file of a `sqlite:` URL, relative to the working directory or absolute. */
export function sqlitePath(url: string): string {
  return url.slice('sqlite:'.length);
}

/** What an operator may read: the file, or server and database, never a user or a password. */
export function sayDatabase(url: string): string {
  if (!isPostgresUrl(url)) return sqlitePath(url);
  const { host, database } = readPlace(url);
  return `PostgreSQL, ${database === '' ? 'the database of its user' : database} on ${host}`;
}

/** As libpq has them. `prefer` and `allow` are left out: they go on without encryption, and without a word. */
const sslModes = ['disable', 'require', 'verify-ca', 'verify-full'] as const;

/** Why DATABASE_URL can't be used, in one sentence that follows the variable's name; null when it can be tried. */
export function urlFault(url: string): string | null {
  if (/^sqlite:.+/.test(url)) return null;
  if (!isPostgresUrl(url)) {
    return 'must be sqlite:<path>, such as sqlite:data/buddy.db, or postgres://<user>:<password>@<host>/<database>.';
  }
  if (!URL.canParse(withSomeHost(url))) {
    return 'is no address of a PostgreSQL server: write postgres://<user>:<password>@<host>/<database>, with signs such as # or @ in the password as %23 or %40.';
  }
  const { sslMode, parameters } = readPlace(url);
  if (sslMode !== null && !(sslModes as readonly string[]).includes(sslMode)) {
    return `has an sslmode that is none of ${sslModes.join(', ')}.`;
  }
  if (parameters.has('ssl')) return 'has a parameter ssl: say it by sslmode, such as sslmode=verify-full.';
  if (sslMode === 'verify-ca' && !parameters.has('sslrootcert')) {
    return 'says sslmode=verify-ca, which needs sslrootcert=<file>; or use verify-full.';
  }
  return null;
}

/** Where the server is, and how it is reached. */
export function readPlace(url: string): {
  readonly host: string;
  readonly database: string;
  readonly sslMode: string | null;
  readonly parameters: URLSearchParams;
} {
  const { hostname, pathname, searchParams } = new URL(withSomeHost(url));
  const named = hostname === nobodysHost ? '' : decodeURIComponent(hostname);
  return {
    host: searchParams.get('host') ?? (named === '' ? 'localhost' : named),
    database: decodeURIComponent(pathname.slice(1)),
    sslMode: searchParams.get('sslmode'),
    parameters: searchParams,
  };
}

/** The password in it, as the server knows it; empty where there is none. A % that stands for itself is one, as it is to the driver. */
export function passwordIn(url: string): string {
  const { password } = new URL(withSomeHost(url));
  try {
    return decodeURIComponent(password.replace(/%(?![\da-f]{2})/gi, '%25'));
  } catch {
    return password;
  }
}

/** The same user, server and database, for comparing. */
export function withoutPassword(url: string): string {
  const place = new URL(withSomeHost(url));
  place.password = '';
  return place.href;
}

/** `postgres://user@/database?host=/run/postgresql` names a socket, and is no URL without a host. */
function withSomeHost(url: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^/?#]*@)(?=\/)/, `$1${nobodysHost}`);
}

const nobodysHost = 'nobodys-host';
