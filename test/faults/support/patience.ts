import type { Asked, Fate } from './weather.ts';

const header = 'retry-after';

/** A 429; `seconds` null where it does not say how long. */
export function tooMany(seconds: number | null): Fate {
  const headers: Record<string, string> = seconds === null ? {} : { [header]: String(seconds) };
  return { type: 'instead', answer: { status: 429, headers, body: '{"ok":false,"error":"ratelimited"}' } };
}

/** Nobody is asked again sooner than this, whatever is said or left out (milliseconds). */
const leastMs = 2_000;

/** What is on its way already when the answer comes cannot be taken back (real milliseconds). */
const onTheWayMs = 150;

/** The requests that came sooner than a 429 had allowed: to the same chat, or on Slack to the same method. */
export function disobeyed(
  seen: readonly (Asked & { readonly fate: Fate })[],
  who: 'everybody' | 'the chat',
): readonly string[] {
  const faults: string[] = [];
  const holds: { readonly chat: string; readonly until: number; readonly realAt: number }[] = [];
  for (const asked of seen.filter(({ isMessage }) => isMessage)) {
    const broken = holds.find(
      ({ chat, until, realAt }) =>
        asked.at < until &&
        asked.realAt > realAt + onTheWayMs &&
        (who === 'everybody' || chat === asked.chat),
    );
    if (broken !== undefined) faults.push(`${asked.chat}: ${broken.until - asked.at} ms too soon`);
    const { fate, chat, realAt } = asked;
    if (fate.type !== 'instead' || fate.answer.status !== 429) continue;
    const seconds = Number(fate.answer.headers?.[header] ?? 0);
    const waitMs = Math.max(leastMs, Number.isFinite(seconds) ? seconds * 1000 : 0);
    // Without a time of its own it is for the one that it concerned; nobody else has to know.
    const isForAll = who === 'everybody' && seconds > 0;
    holds.push({ chat: isForAll ? '' : chat, until: asked.at + waitMs, realAt });
  }
  return faults;
}
