import { noChoice } from '../../content/choices.ts';
import type { Executor } from '../../db/schema.ts';
import { countByProfession } from '../../people/members/profession-store.ts';
import { showGroups } from '../guard/groups.ts';
import type { Limits } from '../guard/rules.ts';
import { isAsked } from '../program/asks-store.ts';
import type { Figures } from './release.ts';

/**
 * What may be shown of who takes part, by the profession that they chose to say. `listed`: ids of the hospital's whole list, so that
 * an empty group is hidden as a small one is. Who said none, or one that has left the list, is in `none`. Null while nobody is asked.
 */
export async function professionFigures(
  db: Executor,
  listed: readonly string[],
  limits: Limits,
): Promise<Figures<'quarter'>['professions']> {
  if (listed.length === 0 || !(await isAsked(db, 'profession'))) return null;
  const counts = await countByProfession(db);
  const named = listed.map((name) => ({ name, count: counts.get(name) ?? 0 }));
  const said = named.reduce((sum, { count }) => sum + count, 0);
  const everyone = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return showGroups([...named, { name: noChoice, count: everyone - said }], limits);
}
