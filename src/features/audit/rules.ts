import { millisecondsInDay } from '../../calendar/spans.ts';

/** Two years, as hospitals keep such lists. */
export const auditKeptMs = 730 * millisecondsInDay;

/** Everything that's written down of those with a role. */
export const auditActions = [
  'appointed',
  'dismissed',
  'invited-supporter',
  'removed-supporter',
  'trained-supporter',
  'set',
] as const;

export type AuditAction = (typeof auditActions)[number];

export function isAuditAction(text: string): text is AuditAction {
  return auditActions.some((action) => action === text);
}
