import { writeSync } from 'node:fs';
import { type DestinationStream, pino } from 'pino';
import { uptime } from './clock.ts';

/** So much is kept for a log that can't be written just now, such as on a full disk (bytes). What's beyond is lost. */
const mostKept = 1_000_000;

/** How long until it's tried again, also when nothing else is logged (milliseconds). */
const tryAgainMs = 5_000;

/** However often it fails and goes again, it's said no more often than this (milliseconds). */
const sayAgainMs = 60_000;

/** `waiting`: what could not be written is kept. `gone`: who read it has gone away. */
type State = 'good' | 'waiting' | 'gone';

let lost = 0;

/** How many lines of this process's log were lost, because it couldn't be written. */
export function linesLost(): number {
  return lost;
}

/**
 * Writes the lines of one turn of the event loop together, since each write costs as much as several queries; a warning
 * or an error at once. An exit, by whatever cause but a kill -9, writes what is left. A log that can't be written is said
 * once on standard error, and is no reason to end: the lines wait, and go out once it can be written again.
 */
export function linesTo(destination: 1 | 2): DestinationStream & { writeNow(): void } {
  // By its own write, not by a flush: a file need not be on the disk.
  const lines = pino.destination({ dest: destination, sync: true, maxLength: mostKept });
  let state: State = 'good';
  let failed = false;
  let saidAt = Number.NEGATIVE_INFINITY;
  let held = '';

  lines.on('drop', (text: string) => {
    lost += linesIn(text);
  });
  lines.on('error', ({ code = 'unknown' }: NodeJS.ErrnoException) => {
    failed = true;
    if (state === 'good' && uptime.now() - saidAt > sayAgainMs) {
      say(`The log can't be written (${code}). Buddy goes on without it.`);
      saidAt = uptime.now();
    }
    // Who read it has gone, and won't come back.
    if (code === 'EPIPE') state = 'gone';
    if (state !== 'good') return;
    state = 'waiting';
    setTimeout(tryAgain, tryAgainMs).unref();
  });

  /** What waits goes out first. */
  function tryAgain(): void {
    if (state !== 'waiting') return;
    failed = false;
    lines.write('');
    if (failed) setTimeout(tryAgain, tryAgainMs).unref();
    else state = 'good';
  }

  function writeNow(): void {
    if (held === '') return;
    const text = held;
    held = '';
    process.off('exit', writeNow);
    if (state === 'gone') lost += linesIn(text);
    else lines.write(text);
  }

  return {
    writeNow,
    write(line) {
      if (held === '') {
        process.on('exit', writeNow);
        setImmediate(writeNow);
      }
      held += line;
    },
  };
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}

/** Standard error may be on the same full disk. */
function say(sentence: string): void {
  try {
    writeSync(2, `${sentence}\n`);
  } catch {
    // There's nowhere left to say it; the numbers count what's lost.
  }
}
