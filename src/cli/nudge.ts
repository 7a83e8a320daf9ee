import { isValid, parseISO } from '../calendar/date-fns.ts';
import { planDue } from '../features/nudges/plan.ts';
import type { Parts } from '../program/parts.ts';
import { printOne, printSums } from './dry-run.ts';
import { OperatorError } from './operator-error.ts';
import { withParts } from './with-parts.ts';

interface NudgeOptions {
  readonly at: string;
  readonly dryRun?: boolean;
  readonly person?: string;
}

/** Takes `--at` as now for who is due and which week it is; deliveries and retries run on the real clock. */
export async function nudge({ at: written, dryRun, person }: NudgeOptions): Promise<void> {
  const at = readInstant(written);
  if (person !== undefined && !dryRun)
    throw new OperatorError('--person only asks, and sends to nobody: add --dry-run.');
  await withParts((parts) => {
    if (!dryRun) return send(parts, at);
    return person === undefined ? printSums(parts, at) : printOne(parts, person, at);
  });
}

async function send({ db, content, clock, adapters, dispatcher }: Parts, at: number): Promise<void> {
  if (adapters.size === 0)
    throw new OperatorError('No chat platform is configured: set SLACK_BOT_TOKEN or MicrosoftAppId first.');
  const planned = await planDue(db, { at, now: clock.now(), content });
  for (const adapter of adapters.values()) await adapter.start(async () => [], { get() {}, post() {} });
  try {
    const drained = await dispatcher.drain();
    console.log(`${planned} members were due.`);
    if (!drained.ok && drained.why === 'trouble') {
      const troubles = [...adapters.values()].flatMap((adapter) => adapter.trouble() ?? []);
      throw new OperatorError(`Some messages still wait. ${troubles.join(' ')}`);
    }
  } finally {
    await dispatcher.stop({ graceMs: 8_000 });
    await Promise.all([...adapters.values()].map((adapter) => adapter.stop()));
  }
}

/** An instant without an offset would mean another moment on another machine, so it is refused. */
function readInstant(text: string): number {
  const instant = parseISO(text);
  if (!/T.*(Z|[+-]\d\d(:?\d\d)?)$/i.test(text) || !isValid(instant)) {
    throw new OperatorError(
      '--at must be an ISO instant with its offset, such as 2026-11-30T09:00:00-05:00.',
    );
  }
  const year = instant.getUTCFullYear();
  if (year < 1971 || year > 2900) throw new OperatorError('--at must lie in the years 1971 to 2900.');
  return instant.getTime();
}
