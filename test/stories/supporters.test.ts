import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { databaseUnderTest } from '../support/fresh-database.ts';
import { until } from '../support/hospital.ts';
import { openPlaygroundStage } from '../support/stage/playground-stage.ts';
import { openSlackStage } from '../support/stage/slack-stage.ts';
import { type Actor, cast, type Shown, type Stage } from '../support/stage/stage.ts';
import { openTeamsStage } from '../support/stage/teams-stage.ts';
import { addTrained } from '../support/supporters.ts';

const platforms = [
  { platform: 'Slack', open: openSlackStage },
  { platform: 'Microsoft Teams', open: openTeamsStage },
  { platform: 'the playground', open: openPlaygroundStage },
  // The playground's ward is kept in a file, whatever DATABASE_URL names.
].filter(({ open }) => databaseUnderTest === 'sqlite' || open !== openPlaygroundStage);

const names = new RegExp(
  Object.values(cast)
    .map(({ name }) => name)
    .join('|'),
);

/** Wil is the administrator and Ana the director; Ben becomes a supporter. */
describe.each(platforms)('supporters on $platform', ({ open }) => {
  let stage: Stage;
  let ana: Actor;
  let ben: Actor;
  let chidi: Actor;
  let elif: Actor;

  beforeEach(async () => {
    stage = await open();
    const wil = stage.person('wil');
    ana = stage.person('ana');
    ben = stage.person('ben');
    chidi = stage.person('chidi');
    elif = stage.person('elif');
    await wil.presses(await wil.says('admin'), 'program.roles');
    await wil.fillsIn({ person: stage.refOf('ana').id, role: 'director' });
    await stage.settled();
  });
  afterEach(() => stage.close());

  const newest = async (one: Actor): Promise<Shown> => {
    const last = (await one.inbox()).at(-1);
    if (last === undefined) throw new Error('Nothing came.');
    return last;
  };

  test('someone is named, invited, says yes, fills in their card, is trained, is asked, and stops', async () => {
    const naming = await elif.opensView(await elif.says('support'), 'support.nominate');
    const thanks = await naming.submits({ person: stage.refOf('ben').id });
    expect(thanks.text).toMatch(/Nobody is told that it came from you/);
    expect(thanks.text).not.toMatch(names);

    const supporters = await ana.opensView(await ana.says('support'), 'support.trained');
    const named = await supporters.presses('support.nominations');
    expect(named.text).toContain(cast.ben.name);
    expect(named.text).not.toContain(cast.elif.name);
    expect((await named.presses('support.invite:')).text).toContain(`${cast.ben.name} has been invited.`);
    await stage.settled();

    const asked = await newest(ben);
    expect(asked.text).toMatch(/about an hour, a few times a year/);
    expect(asked.text).not.toMatch(/Ana|Elif/);
    await ben.presses(asked, 'support.join:yes');
    await until(async () => (await newest(ben)).buttons.includes('support.card'));
    const card = await ben.opensView(await newest(ben), 'support.card');
    const saved = await card.submits({ profession: 'nurse', shown: ['profession'] });
    expect(saved.text).toContain('Nurse');

    const roster = await elif.opensView(await elif.says('support'), 'support.roster');
    expect(roster.text).toContain(cast.ben.name);
    expect(roster.buttons.some((id) => id.startsWith('support.self:'))).toBe(false);

    const list = await ana.opensView(await ana.says('support'), 'support.trained');
    const day = await list.presses('support.trained:');
    expect((await day.submits({ day: '2026-12-01' })).text).toContain('refresher due on December 1, 2028');
    const again = await elif.opensView(await elif.says('support'), 'support.roster');
    expect((await again.presses('support.self:')).text).not.toBe('');

    const mine = await ben.opensView(await ben.says('support'), 'support.card');
    const leaving = await mine.presses('support.leave');
    expect((await leaving.presses('support.leave:yes')).text).toMatch(/off the roster/);
    expect(await stage.db.selectFrom('supporters').selectAll().execute()).toEqual([]);
    expect(await stage.db.selectFrom('members').selectAll().execute()).toEqual([]);
  });

  test('two supporters practice with the two halves of one story', async () => {
    for (const who of ['ben', 'chidi'] as const) await addTrained(stage.db, stage.refOf(who), cast[who].name);
    const mine = await ben.opensView(await ben.says('support'), 'support.card');
    const sent = await (await mine.presses('support.practice')).presses('support.practice:');
    expect(sent.text).toContain(cast.chidi.name);
    await stage.settled();
    const invitation = await newest(chidi);
    expect(invitation.text).toMatch(/Fifteen minutes of practice/);
    expect(invitation.text).not.toMatch(names);
    const theirs = await chidi.opensView(invitation, 'support.practice:');
    expect(theirs.text).toContain(`With ${cast.ben.name}`);
    const switched = await theirs.presses('support.practice:');
    expect(switched.text).not.toBe(theirs.text);
  });

  test('all who support are reminded of their meeting, and nobody else', async () => {
    await addTrained(stage.db, stage.refOf('ben'), cast.ben.name);
    const list = await ana.opensView(await ana.says('support'), 'support.trained');
    const settings = await list.presses('support.settings');
    await settings.submits({ hours: '24', offersNext: 'yes', meeting: '2026-12-10' });
    await stage.goTo('2026-12-03T15:30:00Z');
    expect((await newest(ben)).text).toMatch(/meet on Thursday, December 10/);
    expect(await elif.inbox()).toEqual([]);
    await stage.goTo('2026-12-10T15:30:00Z');
    expect((await newest(ben)).text).toMatch(/meet today/);
  });
});
