import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { load } from 'js-yaml';
import { table } from './tables.ts';

interface Criterion {
  readonly name: string;
  readonly level: 'A' | 'AA';
  /** `axe`: what axe's rules look at. `not`: doesn't apply. `unlooked`: nothing here looks at it. `seen`: tests of their own do. */
  readonly by: 'axe' | 'not' | 'unlooked' | 'seen';
  readonly remark?: string;
}

/** What the tests of the playground have axe look for. */
export const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const levels: Readonly<Record<Criterion['by'], string>> = {
  axe: 'No fault found',
  seen: 'Held by tests',
  not: 'Not applicable',
  unlooked: 'Not evaluated',
};

/** The rows of WCAG 2.2, A then AA. What axe looks at is told by axe itself. */
export function accessibilityPart(root: string, faults: string[]): string {
  const file = load(readFileSync(join(root, 'docs/dossier/accessibility.yml'), 'utf8'));
  const criteria = Object.entries(file as Record<string, Criterion>);
  const rules = rulesByCriterion();
  for (const [number, { by }] of criteria) {
    if (by === 'axe' && !rules.has(number))
      faults.push(`docs/dossier/accessibility.yml: axe has no rule on ${number}.`);
    if (by === 'unlooked' && rules.has(number))
      faults.push(`docs/dossier/accessibility.yml: axe has a rule on ${number}.`);
  }
  return (['A', 'AA'] as const)
    .map((level) => {
      const rows = criteria
        .filter(([, one]) => one.level === level)
        .map(([number, { name, by, remark }]) => {
          const looked = by === 'not' ? undefined : rules.get(number);
          const byAxe =
            looked === undefined
              ? ''
              : `Looked at by axe: ${looked.map((rule) => `\`${rule}\``).join(', ')}.`;
          return [`${number} ${name}`, levels[by], [remark, byAxe].filter(Boolean).join(' ')];
        });
      return `### Level ${level}\n\n${table(['Criterion', 'Conformance level', 'Remarks'], rows)}`;
    })
    .join('\n\n');
}

/** "1.4.3" to the rules that are run for it; those that are off unless asked for don't count. */
function rulesByCriterion(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { ruleId, tags } of axe.getRules(axeTags)) {
    if (tags.some((tag) => ['experimental', 'deprecated'].includes(tag))) continue;
    for (const tag of tags.filter((one) => /^wcag\d{3,4}$/.test(one))) {
      const number = tag.replace(/^wcag(\d)(\d)(\d+)$/, '$1.$2.$3');
      found.set(number, [...(found.get(number) ?? []), ruleId]);
    }
  }
  return found;
}
