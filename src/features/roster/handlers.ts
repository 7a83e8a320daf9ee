import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import { todayOf } from '../../calendar/hospital-day.ts';
import type { Effect } from '../../chat/effect.ts';
import { isSamePerson } from '../../chat/person.ts';
import { pageOf } from '../pages/rules.ts';
import { findActive, type Supporter } from '../supporters/store.ts';
import { everyProfession, rosterView } from './views.ts';

/** `support.roster`: who can be asked. Reads alone, for anyone: that someone looked stands nowhere. */
export async function showRoster(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { db, actor, content } = turn;
  const [picked = '', wanted] = intent.about.split('/');
  const all = await findActive(db);
  const professions = new Set(all.flatMap(shownProfession));
  const profession = professions.has(picked) ? picked : everyProfession;
  const shown =
    profession === everyProfession ? all : all.filter((one) => shownProfession(one).includes(profession));
  const own = all.find(({ person }) => actor.accounts.some((account) => isSamePerson(account, person)));
  const view = rosterView(actor.reader, content.support.choices, {
    page: pageOf(shown, wanted),
    professions,
    picked: profession,
    today: todayOf(turn),
    ownId: own?.id ?? null,
  });
  return [{ type: 'view', view }];
}

/** None where it isn't shown: a filter would tell. */
function shownProfession({ shown, profession }: Supporter): readonly string[] {
  return shown.includes('profession') && profession !== null ? [profession] : [];
}
