import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Hospital, openHospital, until } from '../support/hospital.ts';
import { openModal } from '../support/slack/modal.ts';
import type { Person } from '../support/slack/person.ts';
import { button, textOf } from '../support/slack/read.ts';
import type { Message } from '../support/slack/types.ts';
import { wednesday } from '../support/stage/stage.ts';

const ours = { channel: 'C0GENERAL', hospital: 'Lakeside Hospital' };

let hospital: Hospital;
let wil: Person;
let ben: Person;

beforeEach(async () => {
  hospital = await openHospital({ now: wednesday, environment: { BUDDY_ADMINS: 'slack:UWIL' } });
  wil = hospital.slack.person('UWIL', { name: 'Wil Park' });
  ben = hospital.slack.person('UBEN', { name: 'Ben Okafor' });
  hospital.slack.channel('C0GENERAL');
});
afterEach(async () => {
  expect(hospital.slack.complaints).toEqual([]);
  await hospital.close();
});

const channel = () => hospital.slack.messagesIn('C0GENERAL');
const members = () => hospital.db.selectFrom('members').selectAll().execute();

/** Opens it at the desk, looks at the preview, and says yes. */
async function posts(entries: Readonly<Record<string, string>> = ours) {
  const { shown } = await wil.command('/buddy', 'admin');
  await wil.press(shown as Message, 'program.announce');
  await until(() => button(wil.lastEphemeral, 'program.announce-post') !== undefined);
  const view = await openModal(wil, wil.lastEphemeral as Message, 'program.announce-post');
  const preview = await view.submits(entries);
  const posted = await preview.submits({ ...entries, sure: 'yes' });
  await hospital.settled();
  return { preview: preview.text, posted: posted.text };
}

test('an administrator sees the announcement as it will stand, says yes, and everyone in the channel reads it once', async () => {
  const { preview, posted } = await posts();
  expect(preview).toContain("isn't posted yet");
  expect(preview).toContain("From today there's Buddy at Lakeside Hospital.");
  expect(posted).toContain("It's on its way to the channel.");
  expect(channel()).toHaveLength(1);
  const [said] = channel();
  expect(textOf(said)).toContain("From today there's Buddy at Lakeside Hospital.");
  expect(textOf(said)).not.toMatch(/Wil|@/);
  expect((await posts()).posted).toContain('This very text is in that channel already');
  expect(channel()).toHaveLength(1);
  expect((await posts({ ...ours, language: 'es' })).posted).toContain("It's on its way");
  expect(textOf(channel().at(-1))).toContain('Desde hoy hay Buddy en Lakeside Hospital.');
  const list = await wil.press((await wil.command('/buddy', 'admin')).shown as Message, 'program.audit');
  expect(list.status).toBe(200);
  await until(() =>
    textOf(wil.lastEphemeral).includes('Wil Park posted the announcement in a channel (C0GENERAL)'),
  );
});

test('anyone there finds out more and how to join, alone, and is no member for having looked', async () => {
  await posts();
  const before = JSON.stringify(channel());
  await ben.press(channel()[0] as Message, 'help.show');
  await until(() => textOf(ben.lastEphemeral).includes('You pick a buddy among your colleagues'));
  await ben.press(channel()[0] as Message, 'program.join');
  await until(() => textOf(ben.lastEphemeral).includes('Join in three lines'));
  expect(textOf(ben.lastEphemeral)).toContain("Looking around here doesn't sign you up.");
  expect(ben.lastEphemeral?.channel).toBe('C0GENERAL');
  await ben.press(ben.lastEphemeral as Message, 'pairing.choose');
  await until(() => textOf(ben.lastEphemeral).includes('You choose, and you both say yes.'));
  expect(JSON.stringify(channel())).toBe(before);
  expect(ben.inbox).toEqual([]);
  expect(await members()).toEqual([]);
});

test('what one person presses in a channel never changes what everyone reads there', async () => {
  await posts();
  const [post] = channel();
  const forged = {
    type: 'button',
    action_id: 'program.announce:es',
    text: { type: 'plain_text', text: 'x' },
  };
  const blocks = [{ type: 'actions', block_id: 'b', elements: [forged] }];
  await wil.press({ ...(post as Message), blocks } as Message, 'program.announce:es');
  await until(() => textOf(wil.lastEphemeral).includes('En Slack, escribe /buddy'));
  expect(channel()).toEqual([post]);
});

test.each([
  ['the app was never invited', { hasApp: false }, "since I'm not in that channel"],
  [
    'it’s private and the app isn’t in it',
    { hasApp: false, isPrivate: true },
    "since I'm not in that channel",
  ],
  ['it’s archived', { isArchived: true }, 'since that channel is archived'],
  ['only some people post there', { isRestricted: true }, 'since only some people can post'],
])('where %s, the one who posted hears why, with the text, and can try again', async (_, about, why) => {
  hospital.slack.channel('C0GENERAL', about);
  expect((await posts()).posted).toContain("It's on its way to the channel.");
  await until(() => wil.inbox.length === 1);
  expect(channel()).toEqual([]);
  const told = textOf(wil.lastMessage);
  expect(told).toContain(why);
  expect(told).toContain("From today there's Buddy at Lakeside Hospital.");
  expect(button(wil.lastMessage, 'program.join')).toBeUndefined();
  hospital.slack.channel('C0GENERAL');
  expect((await posts()).posted).toContain("It's on its way to the channel.");
  await until(() => channel().length === 1);
  expect(wil.inbox).toHaveLength(1);
});

test('it says what’s missing, and shows again what was changed after it was looked at', async () => {
  const { shown } = await wil.command('/buddy', 'admin');
  await wil.press(shown as Message, 'program.announce');
  await until(() => button(wil.lastEphemeral, 'program.announce-post') !== undefined);
  const view = await openModal(wil, wil.lastEphemeral as Message, 'program.announce-post');
  const wrong = await view.submits({ channel: 'UBEN', hospital: '***' });
  expect(wrong.text).toContain('Pick a channel.');
  expect(wrong.text).toContain("Type your hospital's name.");
  const preview = await view.submits(ours);
  const other = await preview.submits({ ...ours, hospital: 'Hillside Clinic', sure: 'yes' });
  expect(other.text).toContain("From today there's Buddy at Hillside Clinic.");
  expect(other.text).toContain("isn't posted yet");
  expect(channel()).toEqual([]);
});
