import type { HttpMount } from '../../src/chat/adapter.ts';
import type { Card } from '../../src/chat/card.ts';
import type { Form } from '../../src/chat/form.ts';
import type { View } from '../../src/chat/view.ts';
import { askForHome, type Core } from '../shared/respond.ts';
import { type Answer, good, refused } from './answer.ts';
import type { Backstage } from './backstage.ts';
import type { Conditions } from './failures.ts';
import type { HttpDoor } from './http-door.ts';
import type { Live } from './live.ts';
import { homeEvent, type NameEvent, pressEvent, submitEvent, typedEvent } from './receive.ts';
import { pressesOf } from './render-card.ts';
import { readForm } from './render-form.ts';
import { respond } from './respond.ts';
import { shapes } from './shapes.ts';
import type { Transcripts } from './transcripts.ts';
import { asSet, type Ward, type WardPerson } from './ward.ts';
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

/** What someone on the ward sees and does. */
export function mountApi(http: HttpMount, door: HttpDoor, parts: ApiParts): void {
  const { ward, chats, backstage, conditions, live } = parts;
  const find = finderOn(ward);
  const freshHome = createHomes(parts);

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
        people: ward.map((one) => ({ ...asSet(one, conditions.languages), unread: chats.unread(one.id) })),
        person: person?.id ?? null,
        messages,
        home,
        fault: conditions.fault,
        halfYear: backstage.halfYear(),
        // The same for everyone, and told once.
        commands: person === null ? words.commands.map(([command, about]) => ({ command, about })) : [],
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
}

/** Those whose chats the page shows, by id. */
export function finderOn(ward: Ward): (id: string) => WardPerson | null {
  return (id) => ward.find((person) => person.id === id) ?? null;
}

export function nobody(id: string): Answer {
  return refused(404, words.nobody(id));
}

/** What opens on the page after what someone did. */
function opened(form: Form | null, view: View | null) {
  return { ok: true, ...(form === null ? {} : { form }), ...(view === null ? {} : { view }) };
}

/** The home page is drawn again when something has changed, and with each minute. */
function createHomes(parts: ApiParts): (person: string) => Promise<Card | null> {
  const { backstage, chats, conditions, nameEvent } = parts;
  const drawnAt = new Map<string, string>();
  return async (person) => {
    const language = conditions.languages.get(person) ?? '';
    const moment = `${await backstage.changes()} ${Math.floor(backstage.now() / 60_000)} ${language}`;
    const drawn = chats.home(person);
    if (drawn !== null && drawnAt.get(person) === moment) return drawn;
    const home = await askForHome(parts, homeEvent(nameEvent(undefined), person));
    if (home !== null) chats.showHome(person, home);
    drawnAt.set(person, moment);
    return home;
  };
}
