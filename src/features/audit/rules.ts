import { millisecondsInDay } from '../../calendar/spans.ts';

/** Two years, as hospitals keep such lists. */
export const auditKeptMs = 730 * millisecondsInDay;

/** What's done to a week's questions. */
export const weekActions = ['posted', 'moved', 'took-back', 'left-out', 'brought-back'] as const;

export type WeekAction = (typeof weekActions)[number];

/** What's done to the hospital's own lines. */
const lineActions = ['added-line', 'edited-line', 'removed-line'] as const;

export type LineAction = (typeof lineActions)[number];

/** Everything that's written down of those with a role. */
export const auditActions = [
  'appointed',
  'dismissed',
  'invited-supporter',
  'removed-supporter',
  'trained-supporter',
  'set',
  'reset',
  'thanked',
  'announced',
  ...lineActions,
  ...weekActions,
] as const;

export type AuditAction = (typeof auditActions)[number];

export function isAuditAction(text: string): text is AuditAction {
  return auditActions.some((action) => action === text);
}

export function isWeekAction(action: AuditAction): action is WeekAction {
  return weekActions.some((one) => one === action);
}

/** What it's about is the name of a line, whatever it is. */
export function isLineAction(action: AuditAction): action is LineAction {
  return lineActions.some((one) => one === action);
}
