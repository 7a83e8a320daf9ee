import type { Intent } from '../../bot/intent.ts';
import type { Effect } from '../../chat/effect.ts';
import { lineView } from '../../chat/line-view.ts';
import type { Reader } from '../../chat/reader.ts';
import { pageOf } from '../pages/rules.ts';
import { forSupporters } from './for-supporters.ts';
import { pickView, wantedPage } from './pick-view.ts';
import { findActive, type Supporter, saveSupporter } from './store.ts';
import { wordsFor } from './words.ts';

/** In place of someone's id. */
const nobody = 'none';

/** `support.own`: who a supporter turns to themselves. */
export const chooseOwn = forSupporters(async ({ db, actor }, intent, me) => {
  const { about } = intent;
  const words = wordsFor(actor.reader);
  const others = (await findActive(db)).filter(({ id }) => id !== me.id);
  if (looksForOwn(intent)) return [pick(actor.reader, others, me, about)];
  const place = { id: 'support.own', title: words.own.title };
  const back = [{ id: 'support.card', label: words.card.title, opens: 'view' } as const];
  const picked = others.find(({ id }) => id === about);
  if (picked === undefined && about !== nobody)
    return [{ type: 'view', view: lineView(place, words.gone, back) }];
  await saveSupporter(db, me.id, { ownSupporterId: picked?.id ?? null });
  const said = picked === undefined ? words.own.cleared : words.own.saved(picked.name);
  return [{ type: 'view', view: lineView(place, said, back) }];
});

/** Nobody has been picked yet. */
export function looksForOwn({ about }: Intent): boolean {
  return about === '' || wantedPage(about) !== undefined;
}

function pick(reader: Reader, others: readonly Supporter[], me: Supporter, about: string): Effect {
  const words = wordsFor(reader).own;
  const own = others.find(({ id }) => id === me.ownSupporterId);
  const view = pickView(reader, {
    intent: 'support.own',
    title: words.title,
    intro: [words.intro, ...(own === undefined ? [] : [words.now(own.name)])],
    nobody: words.nobody,
    label: words.pick,
    page: pageOf(others, wantedPage(about)),
    more:
      own === undefined
        ? []
        : [{ type: 'buttons', buttons: [{ id: `support.own:${nobody}`, label: words.none }] }],
  });
  return { type: 'view', view };
}
