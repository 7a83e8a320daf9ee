import { AsyncLocalStorage } from 'node:async_hooks';
import { pino } from 'pino';
import { newRequestId } from './ids.ts';
import { linesTo } from './log-lines.ts';

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

/**
 * Everything a log line may carry. Names, texts, questions, secrets and ids of people have no field here, so they
 * can't be logged by mistake: a new field is a decision about privacy.
 */
export interface LogFields {
  /** Ties the lines of one request together, see `inRequest`; no caller gives it. */
  readonly request?: string;
  readonly platform?: string;
  readonly event?: string;
  /** Whether it changed something, or could have. What was asked for has no field: with a time, it may point at someone. */
  readonly class?: 'read' | 'write';
  readonly outcome?: string;
  /** A platform's or Node's error code, such as `channel_not_found` or `ECONNREFUSED`. */
  readonly code?: string;
  readonly why?: string;
  readonly attempt?: number;
  readonly count?: number;
  readonly week?: string;
  readonly job?: string;
  readonly port?: number;
  /** Buddy's own. */
  readonly version?: string;
  /** Node's. */
  readonly node?: string;
  readonly ms?: number;
  readonly error?: LoggedError;
}

/** An error without its message, which may quote what a person wrote. */
export interface LoggedError {
  readonly name: string;
  readonly code: string | undefined;
  readonly at: readonly string[];
  readonly cause: LoggedError | undefined;
}

export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

const requests = new AsyncLocalStorage<string>();

/**
 * Every line that `work` logs, however deep and however late, carries one random id. Inside another one it is part of that.
 */
export function inRequest<T>(work: () => T): T {
  return requests.getStore() === undefined ? requests.run(newRequestId(), work) : work();
}

/** `destination` is a file descriptor: 1 for the server, 2 for commands whose standard output is their answer. */
export function createLog(level: LogLevel, destination: 1 | 2): Log {
  const lines = linesTo(destination);
  const target = pino({ level, base: null, mixin }, lines);
  return {
    debug: (message, fields = {}) => target.debug(fields, message),
    info: (message, fields = {}) => target.info(fields, message),
    warn: (message, fields = {}) => {
      target.warn(fields, message);
      lines.writeNow();
    },
    error: (message, fields = {}) => {
      target.error(fields, message);
      lines.writeNow();
    },
  };
}

function mixin(): LogFields {
  const request = requests.getStore();
  return request === undefined ? {} : { request };
}

/** Where an error came from and of what kind it is; its message stays behind. */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { name: typeof error, code: undefined, at: [], cause: undefined };
  const code = (error as { code?: unknown }).code;
  return {
    name: error.name,
    code: typeof code === 'string' ? code : undefined,
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 8)
      .map((line) => line.trim()),
    cause: error.cause === undefined ? undefined : loggedError(error.cause),
  };
}
