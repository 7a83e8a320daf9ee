import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { everything } from '../features/privacy-stage.ts';
import { allSent, type House, openHouse } from '../support/hospital.ts';
import { guid } from '../support/teams/ids.ts';
import type { Person } from '../support/teams/person.ts';
import { button, buttonsOf, inputsOf, textOf } from '../support/teams/read.ts';
import { startTeams } from '../support/teams/stand-in.ts';
import type { Teams } from '../support/teams/teams.ts';
import type { Answer, Message } from '../support/teams/types.ts';

let teams: Teams;
let hospital: House;
let ana: Person;
let ben: Person;
let wil: Person;

beforeEach(async () => {
  teams = await startTeams();
  ana = teams.person('ana', { name: 'Ana Silva', tz: 'Europe/London' });
  ben = teams.person('ben', { name: 'Ben Okafor', tz: 'America/New_York' });
  wil = teams.person('wil', { name: 'Wil Park' });
  hospital = await openHouse([teams], {
    now: '2026-12-02T12:00:00Z',
    environment: { BUDDY_ADMINS: `teams:${wil.id.toUpperCase()}` },
  });
});
afterEach(async () => {
  await hospital.close();
  expect(teams.complaints).toEqual([]);
});

describe('choosing a colleague in the people picker', () => {
  test('who has the app is asked at once, by name, and accepts with one press', async () => {
    await ben.installs();
    await ben.says('help');
    const sent = await picks(ana, ben.id);
    expect(textOf(sent.shown)).toContain("I've asked Ben Okafor");
    await settled();
    const invitation = ben.inbox.at(-1);
    expect(textOf(invitation)).toContain('Ana Silva would like to be your buddy here');
    expect(invitation?.summary).toContain('Ana Silva would like');
    expect(buttonsOf(invitation).map(({ action }) => action.verb)).toEqual([
      'pairing.accept',
      'pairing.decline',
      'pairing.refuse',
    ]);
    const accepted = await ben.presses(invitation as Message, 'pairing.accept');
    expect(textOf(accepted.shown)).toContain('You and Ana Silva are buddies');
    await settled();
    expect(buttonsOf(ben.inbox.at(-1)).filter(({ id }) => id.startsWith('pairing.'))).toEqual([]);
    expect(textOf(ana.inbox.at(-1))).toContain('You and Ben Okafor are buddies');
  });

  test('who has only been given the app, and has never written, is asked too', async () => {
    await ben.installs();
    await settled();
    const sent = await picks(ana, ben.id.toUpperCase());
    expect(textOf(sent.shown)).toContain("I've asked Ben Okafor");
    await settled();
    expect(button(ben.inbox.at(-1), 'pairing.accept')).toBeDefined();
  });

  test('for who does not have it there is a code and a sentence to send them, and it works', async () => {
    const cho = teams.person('cho', { name: 'Cho Park', installed: false });
    const answer = await picks(ana, cho.id);
    expect(textOf(answer.shown)).toContain("Here's a message you can copy and send");
    expect(textOf(answer.shown)).toContain('Want to be my buddy?');
    await settled();
    expect(cho.chat).toEqual([]);
    await cho.installs();
    const code = /join ([0-9A-Z-]+)/.exec(textOf(answer.shown))?.[1];
    expect(textOf((await cho.says(`join ${code}`)).shown)).toContain('You and Ana Silva are buddies');
  });

  test('oneself, nobody, and words in the place of an id are answered kindly', async () => {
    await ana.says('help');
    expect(textOf((await picks(ana, ana.id)).shown)).toContain("That's you");
    const form = await formOf(ana);
    await expect(ana.submits(form, {})).rejects.toThrow('person is required');
    for (const person of ['', guid('nobody of this house'), 'x'.repeat(5000), '../../etc', '{"a":1}']) {
      const data = { form: true, person };
      const answer = await ana.invokes(form.shown as Message, {
        type: 'Action.Execute',
        verb: 'pairing.invite',
        data,
      });
      expect(answer.status).toBe(200);
    }
    await settled();
    expect((await hospital.db.selectFrom('invitations').selectAll().execute()).length).toBe(0);
  });

  test('a name that is known is enough, in whatever order and case', async () => {
    await ben.says('help');
    expect(textOf((await ana.says('pair okafor BEN')).shown)).toContain("I've asked Ben Okafor");
    const unknown = await ana.says('pair Nobody Here');
    expect([...inputsOf(unknown.shown?.card as never).keys()]).toEqual(['person']);
  });
});

describe('forms', () => {
  test('what is wrong is said in the form itself, with what was entered still in it', async () => {
    const form = await wil.presses(await wil.says('admin'), 'questions.post');
    const typed = { first: 'What went <b>well</b> & why?', second: '  ' };
    const wrong = await wil.submits(form, typed);
    const inputs = inputsOf(wrong.shown?.card as never);
    expect(inputs.get('first')?.value).toBe(typed.first);
    expect(textOf(wrong.shown)).toContain("This hasn't been sent yet");
    expect(await posted()).toEqual([]);
    await teams.quiet();
    expect(wil.chat.find(({ id }) => id === form.shown?.id)?.edits).toBe(1);

    const right = await wil.submits(wrong, { second: 'Who had your back?' });
    expect(textOf(right.shown)).toContain('Saved');
    await settled();
    expect(await posted()).toEqual([{ first: typed.first, second: 'Who had your back?' }]);
    const left = wil.chat.find(({ id }) => id === form.shown?.id);
    expect(inputsOf(left?.card as never).size).toBe(0);
  });

  test('a week that is none is an error on that field', async () => {
    const form = await wil.presses(await wil.says('admin'), 'questions.post');
    const data = { form: true, week: '2026-W60', first: 'One?', second: 'Two?' };
    const answer = await wil.invokes(form.shown as Message, {
      type: 'Action.Execute',
      verb: 'questions.post',
      data,
    });
    expect([...inputsOf(answer.shown?.card as never).keys()]).toContain('week');
    expect(await posted()).toEqual([]);
  });

  test('a form that someone forged does nothing for who is no administrator', async () => {
    const form = await wil.presses(await wil.says('admin'), 'questions.post');
    await ana.says('help');
    const before = JSON.stringify(await everything(hospital.db));
    const data = { form: true, week: '2026-W50', first: 'Forged?', second: 'Forged too?' };
    const place = { ...(form.shown as Message), conversation: ana.conversation };
    const answer = await ana.invokes(place, { type: 'Action.Execute', verb: 'questions.post', data });
    expect(textOf(answer.shown)).toContain('Ask your program lead');
    await settled();
    expect(await posted()).toEqual([]);
    const inbox = ({ inbox: _, ...rest }: Record<string, unknown>) => JSON.stringify(rest);
    expect(inbox(JSON.parse(JSON.stringify(await everything(hospital.db))))).toBe(inbox(JSON.parse(before)));
  });

  test('a wrong code is said in the form, and the right one joins', async () => {
    const code = /join ([0-9A-Z-]+)/.exec(textOf((await ana.says('invite')).shown))?.[1] ?? '';
    const form = await ben.presses(await ben.says('join'), 'pairing.join');
    const wrong = await ben.submits(form, { code: 'AAAA-AAAA' });
    expect(textOf(wrong.shown)).toContain("That code doesn't work");
    expect(inputsOf(wrong.shown?.card as never).get('code')?.value).toBe('AAAA-AAAA');
    expect(textOf((await ben.submits(wrong, { code })).shown)).toContain('You and Ana Silva are buddies');
  });
});

async function settled(): Promise<void> {
  await allSent(hospital);
  await teams.quiet();
}

async function formOf(one: Person): Promise<Answer> {
  return one.presses(await one.says('pair'), 'pairing.invite');
}

async function picks(one: Person, person: string): Promise<Answer> {
  return one.submits(await formOf(one), { person });
}

async function posted() {
  const sets = hospital.db.selectFrom('question_sets').select(['first', 'second']);
  return sets.execute();
}
