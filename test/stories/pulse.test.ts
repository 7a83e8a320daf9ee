import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { databaseUnderTest } from '../support/fresh-database.ts';
import { until } from '../support/hospital.ts';
import { openPlaygroundStage } from '../support/stage/playground-stage.ts';
import { openSlackStage } from '../support/stage/slack-stage.ts';
import type { Actor, Shown, Stage } from '../support/stage/stage.ts';
import { openTeamsStage } from '../support/stage/teams-stage.ts';

const platforms = [
  { platform: 'Slack', open: openSlackStage },
  { platform: 'Microsoft Teams', open: openTeamsStage },
  { platform: 'the playground', open: openPlaygroundStage },
  // The playground's ward is kept in a file, whatever DATABASE_URL names.
].filter(({ open }) => databaseUnderTest === 'sqlite' || open !== openPlaygroundStage);

const thursdayAtNine = '2026-12-03T14:05:00Z';
/** The first Wednesday of February, at nine in New York. */
const pulseDay = '2027-02-03T14:05:00Z';
const over = '2027-02-18T00:30:00Z';

const asItWas = {
  timeZone: 'UTC',
  time: '09:00',
  buddies: '3',
  guests: 'no',
  smallest: '11',
  language: 'en',
};

describe.each(platforms)('on $platform', ({ open }) => {
  let stage: Stage;
  let ana: Actor;
  let ben: Actor;
  let wil: Actor;

  beforeEach(async () => {
    stage = await open();
    [ana, ben, wil] = [stage.person('ana'), stage.person('ben'), stage.person('wil')];
    await ana.invites('ben');
    const invitation = async () =>
      (await ben.inbox()).find(({ buttons }) => buttons.some((id) => id.startsWith('pairing.accept')));
    await until(async () => (await invitation()) !== undefined);
    await ben.presses((await invitation()) as Shown, 'pairing.accept');
    await stage.settled();
  });
  afterEach(() => stage.close());

  async function turnsOn(): Promise<void> {
    await wil.presses(await wil.says('admin'), 'program.settings');
    await wil.fillsIn({ ...asItWas, pulse: 'yes', profession: 'yes' });
    await until(async () => (await rows('audit_entries')) >= 2);
  }

  async function asked(): Promise<readonly Shown[]> {
    await turnsOn();
    await stage.goTo(thursdayAtNine);
    await stage.goTo(pulseDay);
    return Promise.all([pulseOf(ana), pulseOf(ben)]);
  }

  test('members are told what it is before the first, and hear nothing of it where it is off', async () => {
    await stage.goTo(thursdayAtNine);
    expect(await ofPulse(ana)).toEqual([]);
    await turnsOn();
    await stage.goTo('2026-12-04T14:05:00Z');
    const [told, ...more] = await ofPulse(ana);
    expect(told?.text).toMatch(/once a quarter.*no reminder/s);
    expect([told?.buttons, more]).toEqual([[], []]);
  });

  test('two taps are one more in each count, and the chat shows what everyone’s shows', async () => {
    const [toAna, toBen] = await asked();
    const inboxBefore = await rows('inbox');
    await ana.presses(toAna as Shown, buttonNamed(toAna, 'empty'));
    await ben.presses(toBen as Shown, buttonNamed(toBen, 'well'));
    await until(async () => (await newest(ben)).text.includes('What weighs most?'));
    await until(async () => (await newest(ana)).text.includes('What weighs most?'));
    expect((await newest(ana)).text).toBe((await newest(ben)).text);
    expect((await newest(ana)).text).toContain('988');
    const second = await newest(ana);
    await ana.presses(second, buttonNamed(second, 'staffing'));
    await until(async () => (await newest(ana)).text.includes('Thank you.'));
    expect(await counted()).toEqual(['feeling empty 1', 'feeling well 1', 'weighs staffing 1']);
    expect((await newest(ana)).buttons.filter((id) => id.startsWith('pulse.'))).toEqual([]);
    // Nothing is kept of the presses themselves, and on PostgreSQL no row of a person was held by them.
    expect(await rows('inbox')).toBe(inboxBefore);
    if (databaseUnderTest === 'postgres') expect(await touchedByCounting()).toEqual([]);
  });

  test('tapped twice, on another step too, counts once', async () => {
    const [toAna] = await asked();
    const press = (step: string) => ana.presses(toAna as Shown, buttonNamed(toAna, step));
    await Promise.all([press('worn'), press('worn')]);
    await press('well');
    await until(async () => (await newest(ana)).text.includes('What weighs most?'));
    await stage.settled();
    expect(await counted()).toEqual(['feeling worn 1']);
  });

  test('after two weeks a tap counts nothing, and what was tapped is released', async () => {
    const [toAna, toBen] = await asked();
    await ana.presses(toAna as Shown, buttonNamed(toAna, 'worn'));
    await until(async () => (await counted()).length === 1);
    await stage.goTo(over);
    await until(async () => (await rows('pulse_counts')) === 0);
    await ben.presses(toBen as Shown, buttonNamed(toBen, 'well'));
    await until(async () => (await ofPulse(ben)).some(({ text }) => text.includes('nothing was counted')));
    const released = stage.db.selectFrom('releases').select('figures').where('kind', '=', 'pulse');
    expect(await released.execute()).toEqual([{ figures: '{"feeling":null,"weighs":null}' }]);
    expect(await rows('pulse_counts')).toBe(0);
  });

  test('a profession is said and taken back at one tap each', async () => {
    await turnsOn();
    const settings = await ana.says('settings');
    expect(settings.text).toContain("You haven't said your profession");
  });

  const pulseOf = async (actor: Actor): Promise<Shown> => {
    const found = (await actor.inbox()).find(({ buttons }) =>
      buttons.some((id) => id.startsWith('pulse.answer:')),
    );
    if (found === undefined) throw new Error('No pulse came.');
    return found;
  };

  const ofPulse = async (actor: Actor) => (await actor.inbox()).filter(({ text }) => /pulse/i.test(text));

  /** As the pulse's message stands now. */
  const newest = async (actor: Actor): Promise<Shown> => {
    const found = (await actor.inbox()).findLast(({ text }) =>
      /at work these days\?|weighs most\?|Thank you\. Once/.test(text),
    );
    if (found === undefined) throw new Error('The pulse is gone.');
    return found;
  };

  async function counted(): Promise<readonly string[]> {
    const all = await stage.db
      .selectFrom('pulse_counts')
      .selectAll()
      .where('count', '>', 0)
      .orderBy('question')
      .orderBy('answer')
      .execute();
    return all.map(({ question, answer, count }) => `${question} ${answer} ${count}`);
  }

  async function rows(table: 'inbox' | 'pulse_counts' | 'audit_entries'): Promise<number> {
    return (await stage.db.selectFrom(table).selectAll().execute()).length;
  }

  async function touchedByCounting(): Promise<readonly unknown[]> {
    const { rows: touched } = await sql`select 1 from members, pulse_counts
      where members.xmin = pulse_counts.xmin or members.xmax = pulse_counts.xmin`.execute(stage.db);
    return touched;
  }
});

function buttonNamed(shown: Shown | undefined, answer: string): string {
  return shown?.buttons.find((id) => id.endsWith(`/${answer}`)) ?? `no button for ${answer}`;
}
