import { copyFileSync, existsSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { PersonRef } from '../../../../src/chat/person.ts';
import { sqlitePath } from '../../../../src/db/database-url.ts';
import { openDatabase } from '../../../../src/db/open.ts';
import type { Database } from '../../../../src/db/schema.ts';
import { createSeals } from '../../../../src/sealing/seals.ts';
import { type SupportCore, supportCore } from '../../../support/support-core.ts';
import { slackPerson } from '../../../support/turn.ts';
import type { Chance } from '../chance.ts';
import { hire, howMany, isAway, type Program, type Staff, zone } from './staff.ts';
import { Fairness, type Track, type Tracks } from './tracks.ts';

/** A hospital with Buddy in it: who works there, what they've planned to do, and what the test remembers of it all. */
export class World {
  readonly tracks: Tracks = new Map();
  readonly fairness = new Fairness();
  /** What shouldn't have been. */
  readonly wrong: string[] = [];
  /** The keys of messages that were looked at. */
  readonly seen = new Set<string>();
  readonly program: Program;
  readonly chance: Chance;
  kills = 0;
  core: SupportCore;
  private url: string;
  private readonly folder: string;
  private readonly agenda: { readonly at: number; readonly act: () => Promise<void> }[] = [];

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

  plan(at: number, act: () => Promise<void>): void {
    this.agenda.push({ at, act });
  }

  /** What's planned until now, which isn't any more. */
  due(): readonly (() => Promise<void>)[] {
    const due = this.agenda.filter(({ at }) => at <= this.core.now);
    for (const one of due) this.agenda.splice(this.agenda.indexOf(one), 1);
    return due.map(({ act }) => act);
  }

  /** The next that someone does, or that's due. */
  async nextInstant(): Promise<number | null> {
    const row = await this.db
      .selectFrom('referrals')
      .select('deadline_at')
      .orderBy('deadline_at')
      .executeTakeFirst();
    const instants = [...this.agenda.map(({ at }) => at), ...(row === undefined ? [] : [row.deadline_at])];
    return instants.length === 0 ? null : Math.min(...instants);
  }

  /** As after kill -9: what's in the files is all that's left, and it was taken without a goodbye. */
  async isKilled(): Promise<void> {
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

  isAwayNow(id: string): boolean {
    const staff = this.staffOf(id);
    return staff === undefined || isAway(staff, this.core.now);
  }

  staffOf(id: string): Staff | undefined {
    const { supporters, ...leading } = this.program;
    return [...supporters, ...Object.values(leading)].find(({ person }) => person.id === id);
  }

  clinician(): PersonRef {
    return slackPerson(`UCLINICIAN${this.chance.between(1, howMany.clinicians)}`);
  }

  tracksOf(ids: readonly string[]): readonly Track[] {
    return ids.flatMap((id) => this.tracks.get(id) ?? []);
  }

  async waiting(): Promise<readonly string[]> {
    const rows = await this.db
      .selectFrom('referrals')
      .select('id')
      .where('state', '=', 'waiting')
      .where('hidden', '=', 0)
      .execute();
    return rows.map(({ id }) => id);
  }

  private started(): SupportCore {
    const seals = createSeals(join(this.folder, 'support-keys'));
    return supportCore(openDatabase(this.url), { seals, timeZone: zone });
  }
}
