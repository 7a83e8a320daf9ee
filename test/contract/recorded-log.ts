import type { Log } from '../../src/system/logger.ts';

export interface RecordedLog extends Log {
  /** Everything that was logged, at whatever level, as the JSON it would become. */
  readonly lines: readonly string[];
}

/** A log that keeps what it was told, so that a test can look for what must not be there. */
export function recordedLog(): RecordedLog {
  const lines: string[] = [];
  const at = (level: string) => (message: string, fields?: object) =>
    void lines.push(JSON.stringify({ level, message, ...fields }));
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
