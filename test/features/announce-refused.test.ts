import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Card } from '../../src/chat/card.ts';
import { fallbackText } from '../../src/chat/fallback-text.ts';
import type { Database } from '../../src/db/schema.ts';
import { unnameInAudit, writeAudit } from '../../src/features/audit/store.ts';
import { postAnnouncement } from '../../src/features/launch/messages.ts';
import { settleUndelivered } from '../../src/program/undelivered.ts';
import { slackPerson, temporaryDatabase } from '../support/turn.ts';

const now = Date.parse('2026-12-02T15:00:00Z');
const wil = { person: slackPerson('UWIL'), name: 'Wil Park' };
const to = slackPerson('C0GENERAL');
const card: Card = { elements: [{ type: 'text', words: 'From today there’s Buddy.' }] };

let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  expect(await postAnnouncement(db, { to, card, teller: 'es' }, now)).toBe(true);
  await writeAudit(db, { by: wil, action: 'announced', about: to.id }, now);
});
afterEach(() => close());

const waiting = () => db.selectFrom('outbox').selectAll().execute();

/** As the dispatcher does once it's given up. */
async function isGivenUp(code: string | null, text: string | null): Promise<void> {
  const [{ key } = { key: '' }] = await waiting();
  await settleUndelivered(db, { key, to, status: 'failed', code, card: text }, now + 1);
}

test('who posted hears in their language what Slack said, with the way back to the text where it’s gone', async () => {
  await isGivenUp('internal_error', null);
  const [told, ...others] = await waiting();
  expect(others).toEqual([]);
  expect(told).toMatchObject({ person_id: 'UWIL', status: 'waiting' });
  const said = JSON.parse(told?.card ?? '') as Card;
  expect(fallbackText(said)).toContain('porque Slack no lo aceptó (internal_error)');
  expect(told?.card).toContain('program.announce');
});

test('where the text is still known, it’s there to be posted by hand, once for each time', async () => {
  await isGivenUp('is_archived', JSON.stringify(card));
  const [told] = await waiting();
  expect(fallbackText(JSON.parse(told?.card ?? '') as Card)).toContain('From today there’s Buddy.');
  expect(await postAnnouncement(db, { to, card, teller: 'es' }, now + 2)).toBe(true);
  expect(await postAnnouncement(db, { to, card, teller: 'es' }, now + 2)).toBe(false);
});

test('the same text isn’t posted twice by two who read in different languages', async () => {
  expect(await postAnnouncement(db, { to, card, teller: 'en' }, now + 1)).toBe(false);
  expect(await waiting()).toHaveLength(1);
});

test('someone who has erased themselves meanwhile is told nothing', async () => {
  await unnameInAudit(db, wil.person);
  await isGivenUp('is_archived', JSON.stringify(card));
  expect(await waiting()).toEqual([]);
});
