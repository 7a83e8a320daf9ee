import type { Figures } from '../figures/release.ts';

/** How many of those who were due were sent their questions, as far as that may be said. */
export type Sent =
  | { readonly type: 'count'; readonly due: number; readonly sent: number }
  /** All but fewer than the smallest group, or fewer than that. */
  | { readonly type: 'nearlyAll' | 'few'; readonly due: number }
  | { readonly type: 'withheld'; readonly due: number | null };

export function sentOf(figures: Figures<'week'> | null): Sent {
  const outcomes = figures?.outcomes ?? null;
  if (outcomes === null) return { type: 'withheld', due: null };
  const { total: due } = outcomes;
  if (outcomes.type === 'nearly-all') return { type: outcomes.name === 'sent' ? 'nearlyAll' : 'few', due };
  const sent = outcomes.shown.find(({ name }) => name === 'sent');
  return sent === undefined ? { type: 'withheld', due } : { type: 'count', due, sent: sent.count };
}
