import { afterEach, describe, expect, test } from '@jest/globals';
import type { PersonRef } from '../../src/chat/person.ts';
import { transact } from '../../src/db/transact.ts';
import { leaveToOthers } from '../../src/features/referrals/leave-to-others.ts';
import { outcomes } from '../../src/features/referrals/rules.ts';
import { deleteSupporter } from '../../src/features/supporters/store.ts';
import { appoint, dismiss } from '../../src/people/roles/store.ts';
import type { Log } from '../../src/system/logger.ts';
import { type RecordedLog, recordedLog } from '../contract/recorded-log.ts';
import { Chance } from '../faults/support/chance.ts';
import { patienceMs } from '../faults/support/size.ts';
import { everything } from '../features/privacy-stage.ts';
import { databaseUnderTest } from '../support/fresh-database.ts';
import type { OpenView } from '../support/open-view.ts';
import { openPlaygroundStage } from '../support/stage/playground-stage.ts';
import { openSlackStage } from '../support/stage/slack-stage.ts';
import { type Actor, cast, type Stage, wednesday } from '../support/stage/stage.ts';
import { openTeamsStage } from '../support/stage/teams-stage.ts';
import { addTrained } from '../support/supporters.ts';
import { content } from '../support/turn.ts';

/** Two hundred stories, each with a course of its own, and deliveries that go wrong. Few in Teams, whose pace is kept in real time. */
const platforms: readonly Platform[] = [
  { platform: 'Slack', open: openSlackStage, stories: 160 },
  { platform: 'Microsoft Teams', open: openTeamsStage, stories: 20 },
  { platform: 'the playground', open: openPlaygroundStage, stories: 20 },
].filter(({ open }) => databaseUnderTest === 'sqlite' || open !== openPlaygroundStage);

interface Platform {
  readonly platform: string;
  readonly open: (log: Log) => Promise<Stage>;
  readonly stories: number;
}

/** As many as two supporters have places for, and some more. */
const atOnce = databaseUnderTest === 'sqlite' ? 20 : 5;
const hour = 3_600_000;
const kinds = content.support.choices.kinds;

let stage: Stage;
let chance: Chance;
let now: number;
/** What nobody may read: names, ids and ways to reach those who were referred. */
let secrets: string[];
let typed: string[];
let nth: number;
let colleagues: readonly PersonRef[];

afterEach(() => stage.close());

describe.each(platforms)('on $platform', ({ platform, open, stories }) => {
  test(
    'nothing that’s sent, logged or counted names a colleague, what happened, or who asked',
    async () => {
      chance = new Chance(`says nothing on ${platform}`);
      const log = recordedLog();
      stage = await open(log);
      [now, secrets, typed, nth] = [Date.parse(wednesday), [], [], 0];
      await appoint(stage.db, { person: stage.refOf('ana'), name: cast.ana.name }, 'director', now);
      await appoint(
        stage.db,
        { person: stage.refOf('wil'), name: cast.wil.name },
        'program-administrator',
        now,
      );
      for (const who of ['ben', 'chidi'] as const)
        await addTrained(stage.db, stage.refOf(who), cast[who].name);
      const names = Array.from({ length: 24 }, (_, one) =>
        secret(`Quill Zuma${'abcdefgh'.charAt(one % 8)}${one}`),
      );
      colleagues = await stage.watch.newcomers(names);
      for (const { id } of colleagues) secret(id);
      const wanted = databaseUnderTest === 'sqlite' ? stories : atOnce;
      while (nth < wanted) await severalStories();
      await readsNothing(log);
    },
    patienceMs,
  );
});

async function severalStories(): Promise<void> {
  // In the first ones someone is asked for certain, so that there's something to read.
  const isFirst = nth === 0;
  for (let story = 0; story < atOnce; story += 1) await begins();
  if (chance.isSo(0.7)) for (let fault = 0; fault < 3; fault += 1) stage.watch.spoil(chance.between(0, 4));
  await stage.settled();
  if (isFirst || chance.isSo(0.8)) await atTheDesk(isFirst ? 1 : 0.8);
  await holdsNothing();
  await later(3);
  for (const who of ['ben', 'chidi'] as const) await answers(who, 0.6);
  await later(26);
  await somethingElse();
  if (chance.isSo(0.5)) await atTheDesk(0.6);
  for (const who of ['ben', 'chidi'] as const) await answers(who, 0.7);
  await later(80);
  for (const who of ['ben', 'chidi'] as const) await answers(who, 0.9);
  // What's left ends by itself.
  await later(24 * 31);
  await later(24);
  await stage.db.updateTable('supporters').set({ offers_count: 0 }).execute();
  expect(await stage.db.selectFrom('referrals').select('id').execute()).toEqual([]);
}

/** One is asked for: picked, typed, several at once, or oneself. */
async function begins(): Promise<void> {
  nth += 1;
  const asker = chance.oneOf(['chidi', 'wil', 'elif'] as const);
  const common = { kind: chance.oneOf(kinds).id, soon: chance.oneOf(['today', 'week']) };
  if (chance.isSo(0.15)) {
    const supporters = await stage.db.selectFrom('supporters').select('id').execute();
    const view = await opens(stage.person('elif'), 'support.self');
    const supporter = chance.isSo(0.5) ? chance.oneOf(supporters).id : 'anyone';
    await view.submits({ ...common, supporter, contact: secretContact() });
    return;
  }
  const ids = colleagues.filter(() => chance.isSo(0.06)).map(({ id }) => id);
  const byName = { name: secretTyped(`Vesper Okri${'abcdefgh'.charAt(nth % 8)}`), contact: secretContact() };
  const view = await opens(stage.person(asker), 'support.refer');
  const answered = await view.submits({
    ...common,
    ...(ids.length === 0 || chance.isSo(0.2) ? byName : {}),
    ...(ids.length === 0 ? {} : { colleagues: ids }),
    named: chance.oneOf(['yes', 'no']),
    otherUnit: chance.oneOf(['yes', 'no']),
  });
  expect(answered.text).toMatch(/Someone will reach out/);
}

function secretContact(): string {
  return secretTyped(`617-55${nth % 10}-${String(1_000 + nth)}`);
}

function secretTyped(text: string): string {
  typed.push(text);
  return secret(text);
}

function secret(text: string): string {
  secrets.push(text);
  return text;
}

async function atTheDesk(share: number): Promise<void> {
  const { buttons } = await opens(stage.person('ana'), 'support.desk');
  for (const button of buttons.filter((id) => id.startsWith('support.assign:'))) {
    if (!chance.isSo(share)) continue;
    const desk = await opens(stage.person('ana'), 'support.desk');
    const one = await desk.presses(button);
    const supporter = await someoneWhoFits(one);
    if (chance.isSo(0.1)) await one.presses('support.end:');
    else if (supporter !== null) await one.submits({ supporter });
  }
}

/** Null where it's with someone, or nobody fits. */
async function someoneWhoFits(one: OpenView): Promise<string | null> {
  const [, fits] = one.text.split('Who fits');
  const supporters = await stage.db.selectFrom('supporters').select(['id', 'name']).execute();
  const fitting = supporters.filter(({ name }) => fits?.includes(name));
  return fitting.length === 0 ? null : chance.oneOf(fitting).id;
}

async function answers(who: 'ben' | 'chidi', share: number): Promise<void> {
  const actor = stage.person(who);
  const told = (await actor.inbox()).length;
  for (let nthMessage = 0; nthMessage < told; nthMessage += 1) {
    // As it stands now: what was said to the one before may have changed this one.
    await stage.settled();
    const message = (await actor.inbox())[nthMessage];
    if (message === undefined || !message.buttons.some((id) => id.startsWith('support.offer:'))) continue;
    if (!chance.isSo(share)) continue;
    const view = await actor.opensView(message, 'support.offer:');
    if (/isn't open any ?more/.test(view.text)) continue;
    let next = await view.submits({ outcome: chance.oneOf(outcomes) });
    for (const asked of ['support.after:group', 'support.after:onward', 'support.after:remind'])
      if (next.buttons.includes(asked) && chance.isSo(0.5)) next = await next.presses(asked);
  }
}

/** What was typed came in by an event, and stands in no row of any table. */
async function holdsNothing(): Promise<void> {
  const rows = JSON.stringify(await everything(stage.db));
  expect(rows).toContain(cast.ben.name);
  for (const text of typed) if (rows.includes(text)) throw new Error(`${text} is in the database.`);
}

/** What comes in between. */
async function somethingElse(): Promise<void> {
  const what = chance.between(0, 4);
  if (what === 0) await stage.person('elif').says('forget me');
  if (what === 1) {
    const privacy = await stage.person('elif').says('privacy');
    if (privacy.buttons.includes('support.end')) await stage.person('elif').presses(privacy, 'support.end');
  }
  if (what === 2) {
    await dismiss(stage.db, stage.refOf('ana'));
    await later(1);
    await appoint(stage.db, { person: stage.refOf('ana'), name: cast.ana.name }, 'director', now);
  }
  if (what === 3) {
    const row = await stage.db
      .selectFrom('supporters')
      .select('id')
      .where('person_id', '=', stage.refOf('ben').id)
      .executeTakeFirstOrThrow();
    await transact(stage.db, async (transaction) => {
      await leaveToOthers(transaction, row.id, now);
      await deleteSupporter(transaction, row.id);
    });
    await later(1);
    await addTrained(stage.db, stage.refOf('ben'), cast.ben.name);
  }
}

/** Opens what one finds behind `/buddy support`. */
async function opens(actor: Actor, button: string): Promise<OpenView> {
  return actor.opensView(await actor.says('support'), button);
}

async function later(hours: number): Promise<void> {
  now += hours * hour;
  await stage.goTo(new Date(now).toISOString());
}

async function readsNothing(log: RecordedLog): Promise<void> {
  const sent = stage.watch.sent();
  const numbers = await stage.watch.numbers();
  expect(sent.length).toBeGreaterThan(nth);
  expect(sent.some((one) => one.includes('could use a word'))).toBe(true);
  expect(numbers).toContain('buddy_');
  const words = kinds.flatMap(({ id, words: { en, es } }) =>
    [id, en, es].flatMap((one) => (one === undefined ? [] : [one])),
  );
  for (const one of [...sent, ...log.lines, numbers])
    for (const word of [...secrets, ...words])
      if (one.includes(word)) throw new Error(`${word} is in: ${one}`);
}
