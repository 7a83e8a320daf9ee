import { isValid, parseISO } from '../calendar/date-fns.ts';
import { forecastAll } from '../features/nudges/dry-run.ts';
import { planDue } from '../features/nudges/plan.ts';
import type { Parts } from '../program/parts.ts';
import { OperatorError } from './operator-error.ts';
import { withParts } from './with-parts.ts';

/** Takes `--at` as now for who is due and which week it is; deliveries and retries run on the real clock. */
export async function nudge(options: { readonly at: string; readonly dryRun?: boolean }): Promise<void> {
  const at = readInstant(options.at);
  await withParts((parts) => (options.dryRun ? dryRun(parts, at) : send(parts, at)));
}

async function dryRun({ db, content }: Parts, at: number): Promise<void> {
  for await (const { member, forecast } of forecastAll(db, content.bank, at)) {
    console.log(`${member.person.platform}:${member.person.id}  ${forecast}`);
  }
}

async function send({ db, content, clock, adapters, dispatcher }: Parts, at: number): Promise<void> {
  if (adapters.size === 0)
    throw new OperatorError('No chat platform is configured: set SLACK_BOT_TOKEN or MicrosoftAppId first.');
  const planned = await planDue(db, { at, now: clock.now(), bank: content.bank });
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
