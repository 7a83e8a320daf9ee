import type { HttpMount } from '../../src/chat/adapter.ts';
import { languageOf } from '../../src/chat/language.ts';
import { type Answer, good, refused } from './answer.ts';
import { type ApiParts, finderOn, nobody } from './api.ts';
import type { HttpDoor } from './http-door.ts';
import { mostTravelMs } from './limits.ts';
import { profileEvent } from './receive.ts';
import { respond } from './respond.ts';
import { shapes } from './shapes.ts';
import { asSet, refOf } from './ward.ts';
import { words } from './words.en.ts';

/** What the ward is moved by, its clock first, and what is seen behind the curtain. */
export function mountBehind(http: HttpMount, door: HttpDoor, parts: ApiParts): void {
  const { ward, chats, backstage, conditions, live } = parts;
  const find = finderOn(ward);
  const oneTurn = createTurns();

  async function changed(): Promise<Answer> {
    live.changed(null);
    return good({ ok: true });
  }

  http.post(
    '/playground/travel',
    door.terms,
    door.post(shapes.travel, (wish) =>
      oneTurn(async () => {
        const traveller = 'step' in wish ? find(wish.person) : null;
        if ('step' in wish && traveller === null) return nobody(wish.person);
        const to = 'step' in wish ? backstage.instantOf(wish.step, traveller?.timeZone ?? 'UTC') : wish.to;
        if (to < backstage.now()) return refused(400, words.notBack);
        if (to > backstage.now() + mostTravelMs) return refused(400, words.tooFar);
        await backstage.travel(to, parts.stopping);
        live.changed(null);
        return good({ now: backstage.now() });
      }),
    ),
  );

  http.post(
    '/playground/half-year',
    door.terms,
    door.post(shapes.halfYear, () =>
      oneTurn(async () => {
        if (backstage.halfYear().week > 0) return refused(409, words.halfYearPassed);
        conditions.fault = 'none';
        await backstage.playHalfYear(parts.stopping);
        live.changed(null);
        return good({ now: backstage.now() });
      }),
    ),
  );

  http.post(
    '/playground/support',
    door.terms,
    door.post(shapes.support, () =>
      oneTurn(async () => {
        conditions.fault = 'none';
        await backstage.bringSupport(parts.stopping);
        return changed();
      }),
    ),
  );

  http.post(
    '/playground/language',
    door.terms,
    door.post(shapes.language, async ({ person, language }) => {
      const speaker = find(person);
      if (speaker === null) return nobody(person);
      conditions.languages.set(person, language);
      const set = asSet(speaker, conditions.languages);
      await respond(parts, chats, profileEvent(parts.nameEvent(undefined), set), null);
      return changed();
    }),
  );

  http.post(
    '/playground/fault',
    door.terms,
    door.post(shapes.fault, ({ fault }) => {
      conditions.fault = fault;
      return changed();
    }),
  );

  http.post(
    '/playground/reset',
    door.terms,
    door.post(shapes.reset, () =>
      oneTurn(async () => {
        conditions.fault = 'none';
        conditions.blockedBy.clear();
        conditions.languages.clear();
        await backstage.reset();
        chats.clear();
        return changed();
      }),
    ),
  );

  http.get(
    '/playground/held',
    door.get(async (query) => {
      const id = query.get('person') ?? '';
      return find(id) === null ? nobody(id) : good(await backstage.held(refOf(id)));
    }),
  );

  http.get(
    '/playground/account',
    door.get(async () => good({ ...(await backstage.account()), note: words.noteOnAccount })),
  );

  http.get(
    '/playground/gallery.json',
    door.get((query) => {
      const language = languageOf(query.get('language') ?? '') ?? 'en';
      return good(backstage.gallery(language).map((entry) => ({ ...entry, ...parts.payloadsOf(entry) })));
    }),
  );

  http.get(
    '/playground/live',
    door.stream((query, response) => {
      const id = query.get('person') ?? '';
      return find(id) === null ? nobody(id) : live.open(id, response);
    }),
  );
}

/** One after the other: two who move the clock at once, or one who moves it while the other puts it back. */
function createTurns(): (work: () => Promise<Answer>) => Promise<Answer> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
