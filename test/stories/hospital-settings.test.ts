import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openSlackStage } from '../support/stage/slack-stage.ts';
import type { Actor, Stage } from '../support/stage/stage.ts';

let stage: Stage;
let wil: Actor;
let ana: Actor;

beforeEach(async () => {
  stage = await openSlackStage();
  wil = stage.person('wil');
  ana = stage.person('ana');
});
afterEach(() => stage.close());

const asItWas = {
  timeZone: 'UTC',
  time: '09:00',
  buddies: '3',
  guests: 'yes',
  smallest: '11',
  language: 'en',
};

async function fromChat(): Promise<readonly string[]> {
  const rows = await stage.db
    .selectFrom('program_settings')
    .select('name')
    .orderBy('name')
    .where('name', 'like', 'hospital.%')
    .execute();
  return rows.map(({ name }) => name);
}

async function sets(changed: Partial<typeof asItWas> & { readonly reset?: string }): Promise<void> {
  await wil.presses(await wil.says('admin'), 'program.settings');
  await wil.fillsIn({ ...asItWas, ...changed });
}

describe('what an administrator sets from chat', () => {
  test('counts for the next command, without a restart', async () => {
    await sets({ language: 'es', buddies: '1' });
    expect((await ana.says('help')).text).toMatch(/Buddy/);
    await ana.invites('ben');
    await stage.settled();
    const ben = stage.person('ben');
    const [invitation] = await ben.inbox();
    if (invitation === undefined) throw new Error('No invitation came.');
    await ben.presses(invitation, 'pairing.accept');
    await stage.settled();
    expect((await ana.invites('chidi')).text).toMatch(/as many buddies|1 buddy|one buddy|tantos/i);
  });

  test('is refused field by field, and nothing of it is written', async () => {
    await wil.presses(await wil.says('admin'), 'program.settings');
    await expect(wil.fillsIn({ ...asItWas, smallest: '4', timeZone: 'Boston' })).rejects.toThrow(
      /timeZone.*smallest|smallest.*timeZone/,
    );
    const set = stage.db.selectFrom('program_settings').select('name').where('name', 'like', 'hospital.%');
    expect(await set.execute()).toEqual([]);
  });

  test('is given back to the server one by one, whatever else stands in the form, and that is on the list', async () => {
    await sets({ smallest: '20', buddies: '1', language: 'es' });
    await sets({ smallest: '30', buddies: '1', language: 'es', reset: 'smallestGroup' });
    await sets({ buddies: '1', language: 'es', reset: 'language' });
    expect(await fromChat()).toEqual(['hospital.maxBuddies']);
    const entries = stage.db.selectFrom('audit_entries').select(['action', 'about']).orderBy('id');
    expect((await entries.execute()).filter(({ action }) => action === 'reset')).toEqual([
      { action: 'reset', about: 'smallestGroup' },
      { action: 'reset', about: 'language' },
    ]);
    await sets({ buddies: '1', reset: 'maxBuddies' });
    expect(await fromChat()).toEqual([]);
  });

  test('stands in the list of who did what, and nobody else can do it', async () => {
    await sets({ smallest: '20' });
    const desk = await wil.says('admin');
    await wil.presses(desk, 'program.audit');
    expect((await stage.db.selectFrom('audit_entries').select(['action', 'about']).execute())[0]).toEqual({
      action: 'set',
      about: 'smallestGroup',
    });
    expect((await ana.says('admin')).buttons).not.toContain('program.settings');
  });

  test('may be questions alone, for someone who is only their editor', async () => {
    await wil.presses(await wil.says('admin'), 'program.roles');
    await wil.fillsIn({ person: stage.refOf('ana').id, role: 'editor' });
    const desk = await ana.says('admin');
    expect(desk.buttons).toEqual(['questions.post', 'questions.admin', 'support.show']);
  });
});
