import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { databaseUnderTest } from '../support/fresh-database.ts';
import { openPlaygroundStage } from '../support/stage/playground-stage.ts';
import { openSlackStage } from '../support/stage/slack-stage.ts';
import { type Actor, cast, type Shown, type Stage, type Who } from '../support/stage/stage.ts';
import { openTeamsStage } from '../support/stage/teams-stage.ts';
import { addTrained } from '../support/supporters.ts';

const platforms = [
  { platform: 'Slack', open: openSlackStage },
  { platform: 'Microsoft Teams', open: openTeamsStage },
  { platform: 'the playground', open: openPlaygroundStage },
  // The playground's ward is kept in a file, whatever DATABASE_URL names.
].filter(({ open }) => databaseUnderTest === 'sqlite' || open !== openPlaygroundStage);

const thursday = '2026-12-03T15:30:00Z';
const friday = '2026-12-04T16:00:00Z';

/** Wil is the administrator, Ana the director, Ben and Chidi support, and Elif could use a word. */
describe.each(platforms)('peer support on $platform', ({ open }) => {
  let stage: Stage;
  let ana: Actor;
  let ben: Actor;
  let chidi: Actor;
  let elif: Actor;
  let wil: Actor;

  beforeEach(async () => {
    stage = await open();
    [ana, ben, chidi, elif, wil] = (['ana', 'ben', 'chidi', 'elif', 'wil'] as const).map(stage.person) as [
      Actor,
      Actor,
      Actor,
      Actor,
      Actor,
    ];
    await wil.presses(await wil.says('admin'), 'program.roles');
    await wil.fillsIn({ person: stage.refOf('ana').id, role: 'director' });
    for (const who of ['ben', 'chidi'] as const) await addTrained(stage.db, stage.refOf(who), cast[who].name);
    await stage.settled();
  });
  afterEach(() => stage.close());

  test('someone asks for a colleague, the director offers it, a supporter reaches out, and nothing is left', async () => {
    await refers(chidi, 'elif');
    await stage.settled();
    const told = await newest(ana);
    expect(told.text).toMatch(/waits? for you at the desk/);
    expect(told.text).not.toMatch(names);

    const desk = await ana.opensView(told, 'support.desk');
    expect(desk.text).toContain(cast.elif.name);
    const one = await desk.presses('support.assign:');
    expect(one.text).not.toContain(`${cast.chidi.name}:`);
    const offered = await one.submits({ supporter: await supporterId('ben') });
    expect(offered.text).toContain(`Offered to ${cast.ben.name}`);
    await stage.settled();

    const asked = await newest(ben);
    expect(asked.text).toMatch(/could use a word/);
    expect(asked.text).not.toMatch(names);
    const offer = await ben.opensView(asked, 'support.offer:');
    expect(offer.text).toContain(cast.elif.name);
    expect(offer.text).toContain('peer supporters here');
    expect((await offer.submits({ outcome: 'reached' })).text).toMatch(/Saved/);
    const again = await ben.opensView(asked, 'support.offer:');
    const done = await again.submits({ outcome: 'done' });
    expect(done.text).toMatch(/further help/);
    expect(await count('referrals')).toBe(0);
    expect(await count('offers')).toBe(0);
    const reminded = await (await done.presses('support.after:onward')).presses('support.after:remind');
    expect(reminded.text).toMatch(/four weeks/);

    await stage.settled();
    expect((await newest(ben)).buttons).toEqual([]);
    // On the playground, the page knows that the button is gone.
    const late = ben.opensView(asked, 'support.offer:').then(
      ({ text }) => text,
      (error: Error) => error.message,
    );
    expect(await late).toMatch(/isn't (open anymore|on this message anymore)/);
  });

  test('a supporter who can’t this time is not asked again, and the next one is', async () => {
    await refers(wil, 'elif');
    await stage.settled();
    const desk = await ana.opensView(await newest(ana), 'support.desk');
    await (await desk.presses('support.assign:')).submits({ supporter: await supporterId('ben') });
    await stage.settled();
    const offer = await ben.opensView(await newest(ben), 'support.offer:');
    expect((await offer.submits({ outcome: 'cannot' })).text).toMatch(/Someone else will be asked/);
    await stage.settled();
    expect((await newest(chidi)).text).toMatch(/could use a word/);
    expect((await newest(ben)).buttons).toEqual([]);
  });

  test('what nobody answers goes to the next supporter a day later, and then back to the desk', async () => {
    await refers(wil, 'elif');
    await stage.settled();
    const desk = await ana.opensView(await newest(ana), 'support.desk');
    await (await desk.presses('support.assign:')).submits({ supporter: await supporterId('ben') });
    await stage.goTo(thursday);
    expect((await newest(chidi)).text).toMatch(/could use a word/);
    expect((await newest(ana)).text).toMatch(/didn't answer in time/);
    await stage.goTo(friday);
    expect((await newest(ana)).text).toMatch(/waits? for you at the desk/);
  });

  test('someone asks for themself, from a supporter they choose, and the desk sees nothing of it', async () => {
    const view = await elif.opensView(await elif.says('support'), 'support.self');
    const thanks = await view.submits({ supporter: await supporterId('ben'), kind: 'event-death' });
    expect(thanks.text).toMatch(/will reach out to you/);
    await stage.settled();
    expect(await ana.inbox()).toEqual([]);
    const offer = await ben.opensView(await newest(ben), 'support.offer:');
    expect(offer.text).toContain(cast.elif.name);
    expect(await count('members')).toBe(0);
  });

  test('who knows their work is suggested first, where the one who asks says what it is', async () => {
    const { db } = stage;
    await db
      .updateTable('supporters')
      .set({ specialty: 'critical-care' })
      .where('id', '=', await supporterId('chidi'))
      .execute();
    await refers(wil, 'elif', { specialty: 'critical-care', profession: 'physician' });
    await stage.settled();
    const desk = await ana.opensView(await newest(ana), 'support.desk');
    const { text } = await desk.presses('support.assign:');
    expect(text).toMatch(/Chidi Eze: .*same specialty/);
    expect(text.indexOf('Chidi')).toBeLessThan(text.indexOf('Ben Okafor'));
  });

  test('the colleague sees that an offer is open, never who asked, and can end it', async () => {
    await refers(chidi, 'elif');
    await stage.settled();
    const privacy = await elif.says('privacy');
    expect(privacy.text).toMatch(/offer of support has been open/);
    expect(privacy.text).not.toMatch(/Chidi/);
    await elif.presses(privacy, 'support.end');
    await stage.settled();
    expect(await count('referrals')).toBe(0);
  });

  async function refers(who: Actor, colleague: Who, more: Record<string, string> = {}): Promise<void> {
    const view = await who.opensView(await who.says('support'), 'support.refer');
    const thanks = await view.submits({
      colleagues: [stage.refOf(colleague).id],
      kind: 'event-error',
      soon: 'week',
      ...more,
    });
    expect(thanks.text).toMatch(/Someone will reach out/);
  }

  async function supporterId(who: Who): Promise<string> {
    const row = await stage.db
      .selectFrom('supporters')
      .select('id')
      .where('person_id', '=', stage.refOf(who).id)
      .executeTakeFirstOrThrow();
    return row.id;
  }

  async function count(table: 'referrals' | 'offers' | 'members'): Promise<number> {
    return (await stage.db.selectFrom(table).selectAll().execute()).length;
  }
});

const names = /Elif|Kaya|error|Chidi/;

async function newest(who: Actor): Promise<Shown> {
  const last = (await who.inbox()).at(-1);
  if (last === undefined) throw new Error('There is no message.');
  return last;
}
