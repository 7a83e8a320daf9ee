import type { HttpMount } from '../../src/chat/adapter.ts';
import type { Card } from '../../src/chat/card.ts';
import type { Form } from '../../src/chat/form.ts';
import { languageOf } from '../../src/chat/language.ts';
import type { View } from '../../src/chat/view.ts';
import { askForHome, type Core } from '../shared/respond.ts';
import { type Answer, good, refused } from './answer.ts';
import type { Backstage } from './backstage.ts';
import type { Conditions } from './failures.ts';
import type { HttpDoor } from './http-door.ts';
import { mostTravelMs } from './limits.ts';
import type { Live } from './live.ts';
import { homeEvent, type NameEvent, pressEvent, submitEvent, typedEvent } from './receive.ts';
import { pressesOf } from './render-card.ts';
import { readForm } from './render-form.ts';
import { respond } from './respond.ts';
import { shapes } from './shapes.ts';
import type { Transcripts } from './transcripts.ts';
import { refOf, type Ward, type WardPerson } from './ward.ts';
import { words } from './words.en.ts';

export interface ApiParts extends Core {
  readonly ward: Ward;
  readonly chats: Transcripts;
  readonly backstage: Backstage;
  readonly conditions: Conditions;
  readonly live: Live;
  readonly nameEvent: NameEvent;
  readonly payloadsOf: PayloadsOf;
  /** Ends what takes long when the program stops. */
  readonly stopping: AbortSignal;
}

/** What each platform would get; the gallery shows it below our own drawing. */
export type PayloadsOf = (shown: { readonly card?: Card; readonly form?: Form; readonly view?: View }) => {
  readonly slack: unknown;
  readonly teams: unknown;
};

/** Everything that the page asks and does. */
export function mountApi(http: HttpMount, door: HttpDoor, parts: ApiParts): void {
  const { ward, chats, backstage, conditions, live } = parts;
  const find = (id: string): WardPerson | null => ward.find((person) => person.id === id) ?? null;
  const nobody = (id: string): Answer => refused(404, words.nobody(id));
  const oneTurn = createTurns();
  const freshHome = createHomes(parts);

  async function changed(): Promise<Answer> {
    live.changed(null);
    return good({ ok: true });
  }

  http.get(
    '/playground/state',
    door.get(async (query) => {
      const id = query.get('person') ?? '';
      const person = find(id);
      if (person === null && id !== '') return nobody(id);
      const messages = person === null ? [] : chats.read(id);
      const home = person === null ? null : await freshHome(id);
      return good({
        now: backstage.now(),
        people: ward.map((one) => ({ ...one, unread: chats.unread(one.id) })),
        person: person?.id ?? null,
        messages,
        home,
        fault: conditions.fault,
        halfYear: backstage.halfYear(),
        commands: words.commands.map(([command, about]) => ({ command, about })),
      });
    }),
  );

  http.post(
    '/playground/say',
    door.terms,
    door.post(shapes.say, async ({ person, text, id }) => {
      if (find(person) === null) return nobody(person);
      const event = typedEvent(parts.nameEvent(id), person, text, ward);
      chats.type(person, text);
      const { form, view } = await respond(parts, chats, event, null);
      live.changed(null);
      return good(opened(form, view));
    }),
  );

  http.post(
    '/playground/press',
    door.terms,
    door.post(shapes.press, async ({ person, message, button, id }) => {
      if (find(person) === null) return nobody(person);
      const where = message === 'home' || message === 'view' ? message : chats.find(person, message);
      if (where === null) return refused(404, words.noMessage);
      const shown =
        where === 'home' ? await freshHome(person) : where === 'view' ? chats.view(person) : where.card;
      const pressed = shown === null ? undefined : pressesOf(shown).get(button);
      if (pressed === undefined) return refused(409, where === 'view' ? words.noView : words.noButton);
      const place = typeof where === 'string' ? where : where.id;
      // Private answers are in no database: only what `deliver` sent can be found again.
      const ref = typeof where === 'string' || where.private ? null : where.id;
      const event = pressEvent(parts.nameEvent(id), person, pressed, ref);
      const { form, view } = await respond(parts, chats, event, place);
      if (place === 'view' && view === null) chats.closeView(person);
      live.changed(null);
      return good(opened(form, view));
    }),
  );

  http.post(
    '/playground/submit',
    door.terms,
    door.post(shapes.submit, async ({ person, form: formId, answers, id }) => {
      if (find(person) === null) return nobody(person);
      const open = chats.view(person);
      const isView = open !== null && open.fields.length > 0 && open.id === formId;
      const form = isView ? open : chats.form(person, formId);
      if (form === null) return refused(409, words.noForm);
      const checked = readForm(form, answers, ward);
      if (!checked.ok) return good({ errors: checked.errors });
      const event = submitEvent(parts.nameEvent(id), person, formId, checked.answers);
      const { errors, form: next, view } = await respond(parts, chats, event, isView ? 'view' : null);
      live.changed(null);
      if (errors !== null) return good({ errors });
      if (isView && view === null) chats.closeView(person);
      if (!isView && next === null) chats.closeForm(person, formId);
      return good(opened(next, view));
    }),
  );

  http.post(
    '/playground/close',
    door.terms,
    door.post(shapes.close, ({ person }) => {
      if (find(person) === null) return nobody(person);
      chats.closeView(person);
      return good({ ok: true });
    }),
  );

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

/** What opens on the page after what someone did. */
function opened(form: Form | null, view: View | null) {
  return { ok: true, ...(form === null ? {} : { form }), ...(view === null ? {} : { view }) };
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

/** The home page is drawn again when something has changed, and with each minute. */
function createHomes(parts: ApiParts): (person: string) => Promise<Card | null> {
  const { backstage, chats, nameEvent } = parts;
  const drawnAt = new Map<string, string>();
  return async (person) => {
    const moment = `${await backstage.changes()} ${Math.floor(backstage.now() / 60_000)}`;
    const drawn = chats.home(person);
    if (drawn !== null && drawnAt.get(person) === moment) return drawn;
    const home = await askForHome(parts, homeEvent(nameEvent(undefined), person));
    if (home !== null) chats.showHome(person, home);
    drawnAt.set(person, moment);
    return home;
  };
}
