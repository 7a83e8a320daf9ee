import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { withColleague } from '../../src/bot/colleague.ts';
import { toIntent } from '../../src/bot/intents.ts';
import { lookUpPeople } from '../../src/bot/look-up.ts';
import { routes } from '../../src/bot/routes.ts';
import type { LookUp } from '../../src/chat/adapter.ts';
import type { InboundEvent } from '../../src/chat/event.ts';
import type { Answers } from '../../src/chat/form.ts';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { aProfile, slackPerson, someHospital, temporaryDatabase } from '../support/turn.ts';

const [ana, ben, chidi, elif] = ['U0ANA', 'U0BEN', 'U0CHIDI', 'U0ELIF'].map(slackPerson) as [
  ...[PersonRef, PersonRef, PersonRef, PersonRef],
];
let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

const submission = (answers: Answers): InboundEvent => ({
  ...{ type: 'submit', id: 'e1', from: ana, form: 'help.show', answers },
});

/** What a handler would know of those who were picked, and who the platform was asked about. */
async function found(answers: Answers, platform: Readonly<Record<string, LookUp>>) {
  const asked: string[] = [];
  const lookUp = async ({ id }: PersonRef) => {
    asked.push(id);
    return platform[id] ?? aProfile(id);
  };
  const event = submission(answers);
  const intent = await withColleague(db, ana, toIntent(event));
  const parts = { db, adapters: new Map([['slack', { lookUp }] as const]), hospital: someHospital };
  return { people: await lookUpPeople(parts, event, intent, routes[intent.name]), asked };
}

describe('several colleagues who were picked', () => {
  test('are looked up, each once, and known in the order in which they were picked', async () => {
    const platform: Record<string, LookUp> = {
      [ben.id]: { absent: true },
      [chidi.id]: { unknown: true },
    };
    const { people, asked } = await found({ colleagues: [elif, ben, elif, chidi] }, platform);
    expect(people).toMatchObject({
      colleague: null,
      colleagues: [
        { person: elif, is: { name: elif.id } },
        { person: ben, is: 'absent' },
        { person: chidi, is: null },
      ],
    });
    expect(asked.filter((id) => id !== ana.id).sort()).toEqual([ben.id, chidi.id, elif.id]);
  });

  test('are all unknown for now when one of them can’t be looked up', async () => {
    const { people } = await found({ colleagues: [ben, chidi] }, { [chidi.id]: { unavailable: true } });
    expect(people).toBe('unavailable');
  });

  test('are looked up beside the one who was picked alone', async () => {
    const { people } = await found({ person: ben, colleagues: [chidi] }, {});
    expect(people).toMatchObject({ colleague: { name: ben.id }, colleagues: [{ person: chidi }] });
  });

  test('are no more than any form lets someone pick, however many were made up', () => {
    const many = Array.from({ length: 500 }, (_, index) => slackPerson(`U${index}`));
    const { people } = toIntent(submission({ colleagues: many }));
    expect(people).toEqual(many.slice(0, 25));
  });

  test('are nobody where something else was entered under their name', () => {
    for (const colleagues of ['U0BEN', ben, undefined])
      expect(toIntent(submission({ colleagues })).people).toEqual([]);
    expect(toIntent(submission({ person: [ben] })).person).toBeNull();
  });
});
