import { copyFileSync, existsSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, instantAt } from '../../../../src/calendar/local-time.ts';
import { type PersonRef, personKey } from '../../../../src/chat/person.ts';
import { eventKinds } from '../../../../src/content/event-kinds.ts';
import { sqlitePath } from '../../../../src/db/database-url.ts';
import { openDatabase } from '../../../../src/db/open.ts';
import type { Database } from '../../../../src/db/schema.ts';
import { transact } from '../../../../src/db/transact.ts';
import { leaveToOthers } from '../../../../src/features/referrals/leave-to-others.ts';
import { deleteSupporter } from '../../../../src/features/supporters/store.ts';
import { dismiss } from '../../../../src/people/roles/store.ts';
import { createSeals } from '../../../../src/sealing/seals.ts';
import { outOfOrder, overdue } from '../../../support/referral-order.ts';
import { buttonsIn, type SupportCore, supportCore, viewOf } from '../../../support/support-core.ts';
import { slackPerson } from '../../../support/turn.ts';
import { Chance } from '../chance.ts';
import {
  day,
  fillInCards,
  hire,
  howMany,
  isAway,
  looksAt,
  type Program,
  type Staff,
  writeLeave,
  zone,
} from './staff.ts';
import { Fairness, type Track, type Tracks } from './tracks.ts';

const minute = 60_000;
const hour = 60 * minute;
const dayMs = 24 * hour;

/** The outside world of a year: people who ask, look, answer, go on leave and come back, and Buddy among them. */
export class Year {
  readonly tracks: Tracks = new Map();
  readonly fairness = new Fairness();
  readonly wrong: string[] = [];
  kills = 0;
  ticks = 0;
  private core: SupportCore;
  private url: string;
  private readonly folder: string;
  private readonly program: Program;
  private readonly chance: Chance;
  private readonly agenda: { readonly at: number; readonly act: () => Promise<void> }[] = [];
  private readonly seen = new Set<string>();

  constructor(url: string, folder: string, chance: Chance) {
    this.url = url;
    this.folder = folder;
    this.chance = chance;
    this.program = hire(chance);
    this.core = this.started();
  }

  get db(): Database {
    return this.core.db;
  }

  get faults(): readonly string[] {
    return this.core.faults;
  }

  async live(): Promise<void> {
    const { director, deputy, administrator } = this.program;
    this.core.now = instantAt(day('01-01'), 0, zone);
    await this.core.appoints(director.person, 'director');
    await this.core.appoints(deputy.person, 'deputy');
    await this.core.appoints(administrator.person, 'program-administrator');
    await fillInCards(this.db, this.program, this.chance);
    this.planYear();
    for (let next = await this.nextInstant(); next !== null; next = await this.nextInstant()) {
      this.core.now = Math.max(next, this.core.now);
      const due = this.agenda.filter(({ at }) => at <= this.core.now);
      for (const one of due) this.agenda.splice(this.agenda.indexOf(one), 1);
      for (const { act } of due) await this.happens(act);
      // The job comes around within a minute of what's due.
      this.core.now += this.chance.between(1, 60) * 1_000;
      await this.happens(() => this.core.tick());
      this.ticks += 1;
      await this.holds();
    }
  }

  private started(): SupportCore {
    const seals = createSeals(join(this.folder, 'support-keys'));
    return supportCore(openDatabase(this.url), { seals, timeZone: zone });
  }

  /** As after kill -9: what's in the files is all that's left, and it was taken without a goodbye. */
  private async isKilled(): Promise<void> {
    const from = sqlitePath(this.url);
    const to = join(mkdtempSync(join(this.folder, 'life-')), 'buddy.db');
    for (const end of ['', '-wal']) if (existsSync(from + end)) copyFileSync(from + end, to + end);
    const before = this.core;
    this.url = `sqlite:${to}`;
    this.core = this.started();
    this.core.now = before.now;
    await before.db.destroy();
    this.kills += 1;
  }

  private planYear(): void {
    const { chance, program } = this;
    const begin = instantAt(day('01-02'), 0, zone);
    const span = instantAt(day('12-30'), 0, zone) - begin;
    const some = (): number => begin + Math.floor(chance.fraction() * span);
    for (let left = howMany.referrals; left > 0; ) {
      // Now and then one event concerns several.
      const together = Math.min(left, chance.isSo(0.1) ? chance.between(2, 6) : 1);
      this.plan(some(), () => this.asks(together));
      left -= together;
    }
    for (let nth = 0; nth < 24; nth += 1) this.plan(some(), () => this.isKilled());
    for (let date = day('01-01'); date.year === day('01-01').year; date = addDays(date, 1))
      this.plan(instantAt(date, 3 * 60, zone), () => this.core.looksAfterKeys());
    for (const staff of program.supporters)
      for (const leave of staff.leaves)
        this.plan(instantAt(addDays(leave.from, -2), 12 * 60, zone), () => writeLeave(this.db, staff, leave));
    for (const nth of [4, 17]) this.plan(some(), () => this.leaves(program.supporters[nth]));
    this.plan(instantAt(day('09-10'), 9 * 60, zone), () => this.directorChanges());
  }

  private plan(at: number, act: () => Promise<void>): void {
    this.agenda.push({ at, act });
  }

  /** The next that someone does, or that's due. */
  private async nextInstant(): Promise<number | null> {
    const row = await this.db
      .selectFrom('referrals')
      .select('deadline_at')
      .orderBy('deadline_at')
      .executeTakeFirst();
    const instants = [...this.agenda.map(({ at }) => at), ...(row === undefined ? [] : [row.deadline_at])];
    return instants.length === 0 ? null : Math.min(...instants);
  }

  private async happens(act: () => Promise<unknown>): Promise<void> {
    await act();
    for (const { id, opened_at } of await this.db
      .selectFrom('referrals')
      .select(['id', 'opened_at'])
      .execute())
      if (!this.tracks.has(id)) throw new Error(`A referral of ${opened_at} came from nowhere: ${id}`);
    await this.fairness.check(this.db, (id) => this.isAwayNow(id));
    await this.readInboxes();
  }

  private async holds(): Promise<void> {
    this.wrong.push(...(await outOfOrder(this.db, this.core.now)));
    if ((await overdue(this.db, this.core.now)) > 0) this.wrong.push('something stayed overdue');
  }

  private isAwayNow(id: string): boolean {
    const staff = this.staffOf(id);
    return staff === undefined || isAway(staff, this.core.now);
  }

  private staffOf(id: string): Staff | undefined {
    const { supporters, ...leading } = this.program;
    return [...supporters, ...Object.values(leading)].find(({ person }) => person.id === id);
  }

  private clinician(): PersonRef {
    return slackPerson(`UCLINICIAN${this.chance.between(1, howMany.clinicians)}`);
  }

  /** Someone asks, for themself or for others; whoever has one open already is asked for another day. */
  private async asks(count: number): Promise<void> {
    const { chance } = this;
    const colleagues = new Map<string, PersonRef>();
    while (colleagues.size < count) {
      const one = this.clinician();
      if (![...this.tracks.values()].some((track) => track.colleague === one.id))
        colleagues.set(personKey(one), one);
    }
    const [first = this.clinician()] = colleagues.values();
    const kind = chance.oneOf(eventKinds);
    const soon = chance.isSo(0.3) ? 'today' : 'week';
    if (count === 1 && chance.isSo(0.15)) await this.asksForOneself(first, { kind, soon });
    else await this.core.refers(this.clinician(), [...colleagues.values()], { kind, soon });
    await this.track([...colleagues.values()]);
    // A few want none of it.
    if (chance.isSo(0.02)) this.plan(this.core.now + chance.between(1, 200) * hour, () => this.erases(first));
  }

  private async asksForOneself(person: PersonRef, answers: { kind: string; soon: string }): Promise<void> {
    const view = viewOf(await this.core.presses(person, 'support.self'));
    const field = view.fields.find(({ id }) => id === 'supporter');
    const options = field?.type === 'choice' ? field.options : [];
    const supporter = this.chance.isSo(0.5) ? this.chance.oneOf(options).value : 'anyone';
    await this.core.sends(person, 'support.self', { ...answers, supporter });
  }

  /** In the order in which they were asked for, whatever their ids. */
  private async track(colleagues: readonly PersonRef[]): Promise<void> {
    const rows = await this.db.selectFrom('referrals').select(['id', 'opened_at']).orderBy('id').execute();
    const fresh = rows.filter(({ id }) => !this.tracks.has(id));
    if (fresh.length !== colleagues.length)
      this.wrong.push(`${fresh.length} of ${colleagues.length} were opened`);
    for (const [nth, { id, opened_at }] of fresh.entries())
      this.tracks.set(id, { ...blank, openedAt: opened_at, colleague: colleagues[nth]?.id ?? '' });
  }

  private async erases(person: PersonRef): Promise<void> {
    await this.core.presses(person, 'privacy.forget:yes');
  }

  private async leaves(staff: Staff | undefined): Promise<void> {
    const row = await this.db
      .selectFrom('supporters')
      .select('id')
      .where('person_id', '=', staff?.person.id ?? '')
      .executeTakeFirst();
    if (row === undefined) return;
    await transact(this.db, async (transaction) => {
      await leaveToOthers(transaction, row.id, this.core.now);
      await deleteSupporter(transaction, row.id);
    });
  }

  /** The director goes, and is appointed again after a week without one. */
  private async directorChanges(): Promise<void> {
    const { director } = this.program;
    await dismiss(this.db, director.person);
    this.plan(this.core.now + 7 * dayMs, () => this.core.appoints(director.person, 'director'));
  }

  /** Everyone who got something looks at it, sooner or later. */
  private async readInboxes(): Promise<void> {
    const rows = await this.db
      .selectFrom('outbox')
      .select(['key', 'person_id', 'card'])
      .where('status', '=', 'waiting')
      .where('due_at', '<=', this.core.now)
      .execute();
    for (const { key, person_id, card } of rows) await this.reads(key, person_id, card ?? '');
    if (rows.length > 0)
      await this.db
        .updateTable('outbox')
        .set({ status: 'sent', card: null, message_ref: 'somewhere', settled_at: this.core.now })
        .where(
          'key',
          'in',
          rows.map(({ key }) => key),
        )
        .execute();
  }

  private async reads(key: string, personId: string, card: string): Promise<void> {
    const staff = this.staffOf(personId);
    if (staff === undefined || this.seen.has(key)) return;
    this.seen.add(key);
    const isThere = !isAway(staff, this.core.now);
    const at = looksAt(staff, this.core.now, this.chance);
    const offer = /support\.offer:([\w-]+)/.exec(card)?.[1];
    if (offer !== undefined && key.startsWith('offer:')) {
      const row = await this.db
        .selectFrom('offers')
        .select('referral_id')
        .where('id', '=', offer)
        .executeTakeFirst();
      this.told(row === undefined ? [] : [row.referral_id], isThere);
      if (at !== null) this.plan(at, () => this.answers(staff, offer));
    } else if (key.startsWith('desk:')) {
      this.told(await this.waiting(), isThere);
      if (at !== null)
        this.plan(at, () => this.sits(card.includes('support.desk') ? staff : this.whoIsThere()));
    }
  }

  private told(ids: readonly string[], isThere: boolean): void {
    for (const track of this.tracksOf(ids)) if (isThere) track.toldAt ??= this.core.now;
  }

  private tracksOf(ids: readonly string[]): readonly Track[] {
    return ids.flatMap((id) => this.tracks.get(id) ?? []);
  }

  /** Whoever the program's administrator calls. */
  private whoIsThere(): Staff {
    const { director, deputy } = this.program;
    return isAway(director, this.core.now) ? deputy : director;
  }

  private async waiting(): Promise<readonly string[]> {
    const rows = await this.db
      .selectFrom('referrals')
      .select('id')
      .where('state', '=', 'waiting')
      .where('hidden', '=', 0)
      .execute();
    return rows.map(({ id }) => id);
  }

  /** Opens the desk, and offers what waits there to the first who's suggested. */
  private async sits({ person }: Staff): Promise<void> {
    const [effect] = await this.core.presses(person, 'support.desk');
    if (effect?.type !== 'view') return;
    const waiting = new Set(await this.waiting());
    for (const { id: button } of buttonsIn(effect.view.elements)) {
      const id = button.replace('support.assign:', '');
      if (!waiting.has(id)) continue;
      for (const track of this.tracksOf([id])) track.seenAt ??= this.core.now;
      const one = viewOf(await this.core.presses(person, button));
      const field = one.fields.find((each) => each.id === 'supporter');
      const [first] = field?.type === 'choice' ? field.options : [];
      if (first === undefined) this.wrong.push('a director found nobody to ask');
      else await this.core.sends(person, one.id, { supporter: first.value });
    }
  }

  /** A supporter opens their offer: can't, doesn't say, or reaches out and says later how it went. */
  private async answers(staff: Staff, offer: string): Promise<void> {
    const { chance } = this;
    const row = await this.db
      .selectFrom('offers')
      .select(['referral_id', 'state'])
      .where('id', '=', offer)
      .executeTakeFirst();
    if (row?.state !== 'waiting') return;
    const [track] = this.tracksOf([row.referral_id]);
    if (track === undefined) return;
    track.seenAt ??= this.core.now;
    track.offers += 1;
    if (chance.isSo(0.06)) {
      track.lapses += 1;
      return;
    }
    if (chance.isSo(0.15)) {
      track.refusals += 1;
      return this.says(staff, offer, 'cannot');
    }
    track.reachedAt ??= this.core.now;
    await this.says(staff, offer, 'reached');
    const later = (days: number, outcome: string) =>
      this.plan(this.core.now + days * dayMs + chance.between(0, 300) * minute, () =>
        this.says(staff, offer, outcome),
      );
    const how = chance.fraction();
    if (how < 0.15) return later(chance.between(1, 3), 'declined');
    if (how < 0.3) {
      later(1, 'no-answer');
      return later(5, 'no-answer');
    }
    // Some never say: it ends by itself.
    if (how > 0.95) return;
    later(2, 'talking');
    later(chance.between(3, 14), 'done');
  }

  private async says({ person }: Staff, offer: string, outcome: string): Promise<void> {
    await this.core.sends(person, `support.offer:${offer}`, { outcome });
  }
}

const blank = { toldAt: null, seenAt: null, reachedAt: null, offers: 0, refusals: 0, lapses: 0 };

/** The same year for the same seed, but for what hangs on ids. */
export function aYear(url: string, folder: string): Year {
  return new Year(url, folder, new Chance('a year of peer support'));
}
