import {
  type AuditAction,
  auditActions,
  isLineAction,
  isWeekAction,
} from '../../src/features/audit/rules.ts';
import { words } from '../../src/features/audit/words.en.ts';
import { table } from './tables.ts';

/** Each action of the audit list, as the list says it. */
export function auditPart(): string {
  return table(
    ['Action', 'As the list says it'],
    auditActions.map((action) => [`\`${action}\``, saidOf(action)]),
  );
}

function saidOf(action: AuditAction): string {
  const by = 'Someone';
  if (isWeekAction(action)) return words.weeks[action](by, 'a week');
  if (isLineAction(action)) return words.lines[action](by, 'its name');
  if (action === 'set') return words.setting(by, 'its name');
  if (action === 'reset') return words.reset(by, 'its name');
  if (action === 'announced') return words.announced(by, 'its id');
  if (action === 'thanked') return words.thanked(by, 'a year');
  return words.actions[action](by, 'a colleague', 'the role');
}
