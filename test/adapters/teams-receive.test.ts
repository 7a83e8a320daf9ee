import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { placeOf, toMessageRef } from '../../adapters/teams/address.ts';
import { read } from '../../adapters/teams/receive.ts';
import type { InboundEvent } from '../../src/chat/event.ts';

type Fields = Record<string, unknown>;

const bot = { id: '28:b0b', name: 'Buddy' };
const ana = {
  id: '29:1-ana',
  aadObjectId: 'A0A0A0A0-0000-4000-8000-000000000001',
  name: 'Ana Silva',
};
const rosa = '0a0a0a0a-0000-4000-8000-000000000002';
const base = {
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  id: '1700000000001',
  from: ana,
  recipient: bot,
  conversation: { id: 'a:chat', conversationType: 'personal', tenantId: 'T0T0' },
};

function event(activity: Fields): InboundEvent | null {
  const reading = read({ ...base, ...activity });
  return reading.kind === 'event' ? reading.event : null;
}

function typed(text: unknown, more: Fields = {}) {
  const heard = event({ type: 'message', text, ...more });
  if (heard?.type !== 'command') throw new Error(`heard as ${heard?.type}`);
  return heard;
}

function pressed(action: unknown, more: Fields = {}) {
  return event({ type: 'invoke', name: 'adaptiveCard/action', value: { action }, ...more });
}

test('a picture without words is no command', () => {
  const attachments = [{ contentType: 'image/png', contentUrl: 'https://example.com/x.png' }];
  expect(event({ type: 'message', text: '&nbsp;', attachments })?.type).toBe('words');
  expect(event({ type: 'message', attachments })?.type).toBe('words');
  expect(typed('status', { attachments }).text).toBe('status');
});

describe('who says it', () => {
  test('is known by the object id and the tenant, however they are written', () => {
    expect(typed('status').from).toEqual({
      platform: 'teams',
      workspace: 't0t0',
      id: ana.aadObjectId.toLowerCase(),
    });
    const elsewhere = { conversation: { id: 'a:chat' }, channelData: { tenant: { id: 'OTHER' } } };
    expect(typed('status', elsewhere).from.workspace).toBe('other');
  });

  test('is known by their id in the chat where there is no other', () => {
    expect(typed('status', { from: { id: 'User-1' } }).from.id).toBe('User-1');
  });

  test.each([
    [{ locale: 'es-US' }, 'es'],
    [{ locale: 'en-US' }, 'en'],
    [{ entities: [{ type: 'clientInfo', locale: 'es-MX' }] }, 'es'],
    [{ locale: 'fr-FR' }, null],
    [{}, null],
  ])('tells by %j that they read %s', (more, language) => {
    expect(typed('status', { locale: undefined, ...more }).contact?.language).toBe(language);
  });

  test('can be reached from then on, and tells name and time zone on the way', () => {
    const { contact } = typed('status', { localTimezone: 'Europe/Lisbon' });
    expect(contact).toMatchObject({ name: 'Ana Silva', timeZone: 'Europe/Lisbon' });
    expect(placeOf(contact?.address ?? null)).toEqual({
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      conversation: 'a:chat',
      bot: '28:b0b',
      user: '29:1-ana',
      tenant: 't0t0',
    });
  });

  test.each([
    ['the client', { entities: [{ type: 'clientInfo', timezone: 'America/Denver' }] }, 'America/Denver'],
    [
      'the client, where Windows has a name of its own',
      {
        localTimezone: 'W. Europe Standard Time',
        entities: [{ type: 'clientInfo', timezone: 'Europe/Berlin' }],
      },
      'Europe/Berlin',
    ],
    ['nobody', {}, null],
    ['an offset', { localTimezone: '+02:00' }, null],
    ['nonsense', { localTimezone: 5, entities: 'no list' }, null],
  ])('the time zone comes from %s', (_, more, timeZone) => {
    expect(typed('status', more).contact?.timeZone).toBe(timeZone);
  });

  test.each([
    ['Buddy', { from: bot }],
    ['Buddy under another name', { from: { id: 'local-bot' }, recipient: { id: 'local-bot' } }],
    ['another bot', { from: { id: '28:other' } }],
    ['a bot by its role', { from: { id: 'b', role: 'bot' } }],
  ])('%s is not listened to', (_, more) => {
    expect(read({ ...base, type: 'message', text: 'status', ...more })).toEqual({ kind: 'nothing' });
  });
});

describe('presses', () => {
  test('a button is its verb and what it is about, in the message that carries it', () => {
    const data = { about: 'INV-1', delivered: true };
    const action = { type: 'Action.Execute', verb: 'pairing.accept', data };
    expect(pressed(action, { replyToId: '1699' })).toMatchObject({
      type: 'press',
      button: 'pairing.accept:INV-1',
      message: toMessageRef({ conversation: 'a:chat', activity: '1699' }),
      contact: { name: 'Ana Silva' },
    });
    expect(pressed(action)).toMatchObject({ message: null });
  });

  test('a button of an answer is in no message that was delivered', () => {
    const action = { verb: 'checkins.acknowledge', data: { about: 'PAIR/2026-W48' } };
    expect(pressed(action, { replyToId: '1699' })).toMatchObject({ type: 'press', message: null });
  });

  test('a form is sent with what was entered', () => {
    const data = { form: true, week: '2026-W48', first: ' one ', second: '', person: rosa };
    expect(pressed({ verb: 'questions.post', data })).toMatchObject({
      type: 'submit',
      form: 'questions.post',
      answers: { week: '2026-W48', first: 'one', person: { platform: 'teams', workspace: 't0t0', id: rosa } },
    });
  });

  test.each([null, 5, 'text', [], {}, { verb: 5 }, { verb: '' }, { verb: null, data: { form: true } }])(
    'a press of %j is one on a button of another version',
    (action) => {
      expect(pressed(action)).toMatchObject({ type: 'press', button: '', from: { id: expect.any(String) } });
    },
  );
});

describe('coming and going', () => {
  const added = { type: 'conversationUpdate', membersAdded: [{ id: '29:1-ana' }, bot] };
  const removed = { type: 'conversationUpdate', membersRemoved: [bot] };

  test.each<[string, Fields]>([
    ['an installation', { type: 'installationUpdate', action: 'add' }],
    ['a new version', { type: 'installationUpdate', action: 'add-upgrade' }],
    ['Buddy joining the chat', added],
  ])('%s means that Buddy is there', (_, activity) => {
    const heard = event({ ...activity, from: { id: ana.id, aadObjectId: ana.aadObjectId } });
    expect(heard).toMatchObject({ type: 'installed', contact: { name: null, timeZone: null } });
    expect(placeOf(heard?.contact?.address ?? null)).not.toHaveProperty('removed');
  });

  test.each<[string, Fields]>([
    ['a removal', { type: 'installationUpdate', action: 'remove' }],
    ['Buddy leaving the chat', removed],
  ])('%s means that nothing can be sent any more', (_, activity) => {
    const heard = event(activity);
    expect(heard?.type).toBe('uninstalled');
    expect(placeOf(heard?.contact?.address ?? null)).toMatchObject({ removed: true });
  });

  test.each<[string, Fields]>([
    ['the old version that a new one replaces', { type: 'installationUpdate', action: 'remove-upgrade' }],
    ['someone else joining', { type: 'conversationUpdate', membersAdded: [{ id: '29:1-rosa' }] }],
    ['members that are no list', { type: 'conversationUpdate', membersAdded: 'Buddy' }],
    ['someone typing', { type: 'typing' }],
    ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
    ['a message that was changed', { type: 'messageUpdate', text: 'status' }],
    ['an event', { type: 'event', name: 'application/vnd.microsoft.readReceipt' }],
    ['another kind of invoke', { type: 'invoke', name: 'task/fetch', value: { verb: 'help.show' } }],
    ['a kind of tomorrow', { type: 'ofTomorrow' }],
  ])('%s is nothing', (_, activity) => {
    expect(event(activity)).toBeNull();
  });
});

describe('where others read along', () => {
  const places: Fields[] = [
    { id: '19:x@thread.tacv2', conversationType: 'channel', isGroup: true },
    { id: '19:x@thread.v2', conversationType: 'groupChat' },
    { id: '19:x', isGroup: true },
    { id: '19:x', conversationType: 'ofTomorrow' },
  ];

  test.each(places)('nothing of what is said travels on: %j', (conversation) => {
    const said = { ...base, conversation, type: 'message', text: 'status' };
    const press = { ...said, type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: 'a' } } };
    expect([read(said).kind, read(press).kind]).toEqual(['elsewhere', 'elsewhere']);
    expect(read({ ...said, type: 'installationUpdate', action: 'add' }).kind).toBe('nothing');
    expect(read({ ...said, type: 'conversationUpdate', membersAdded: [bot] }).kind).toBe('nothing');
  });

  test('a local client that does not say what kind of chat it is has a personal one', () => {
    expect(typed('status', { conversation: { id: 'c1' } }).text).toBe('status');
  });

  test.each(['19:abc@thread.v2', '19:abc@unq.gbl.spaces', 'abc@thread.tacv2'])(
    'a thread such as %s is not taken for a personal one, even if nothing says that it is a group',
    (id) => {
      const said = { ...base, type: 'message', text: 'status', conversation: { id, tenantId: 't0t0' } };
      expect(read(said).kind).toBe('elsewhere');
    },
  );
});

describe('the name of an event', () => {
  const id = (more: Fields) => typed('status', more).id;

  test('is the same when it comes again, and tells nothing of a person', () => {
    expect(id({})).toBe(id({ timestamp: 'later', rawTimestamp: 'x' }));
    expect(id({})).toMatch(/^teams:[\da-f]{64}$/);
  });

  test('is another one for another activity, another chat and another press', () => {
    const press = (verb: string) => pressed({ verb })?.id;
    const ids = [id({}), id({ id: '2' }), id({ conversation: { id: 'a:2' } }), press('a.b'), press('a.c')];
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('comes from the content where the client gives no id', () => {
    const said = (text: string) => typed(text, { id: undefined }).id;
    expect(said('status')).toBe(said('status'));
    expect(said('status')).not.toBe(said('pause'));
  });
});

test('whatever stands in an activity, it is read without a fault', () => {
  const anything = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>;
  const oneOf = (...values: unknown[]) => fc.oneof(fc.constantFrom(...values), anything);
  const activity = fc.record(
    {
      type: oneOf('message', 'invoke', 'installationUpdate', 'conversationUpdate'),
      name: oneOf('adaptiveCard/action'),
      id: anything,
      text: anything,
      action: oneOf('add', 'remove'),
      from: fc.oneof(fc.record({ id: fc.string(), aadObjectId: anything, name: anything }), anything),
      recipient: fc.oneof(fc.record({ id: anything }), anything),
      conversation: fc.oneof(
        fc.record({ id: fc.string(), tenantId: anything, conversationType: oneOf('personal') }),
        anything,
      ),
      channelData: fc.oneof(fc.record({ tenant: anything }), anything),
      entities: fc.oneof(
        fc.array(
          fc.record({
            type: oneOf('mention', 'clientInfo'),
            mentioned: anything,
            text: anything,
            timezone: anything,
          }),
        ),
        anything,
      ),
      value: fc.oneof(
        fc.record({ action: fc.oneof(fc.record({ verb: oneOf('a.b'), data: anything }), anything) }),
        anything,
      ),
      replyToId: anything,
      localTimezone: anything,
      membersAdded: anything,
      attachments: anything,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(activity, (one) => {
      const reading = read(one);
      expect(['event', 'elsewhere', 'nothing']).toContain(reading.kind);
      if (reading.kind === 'event') expect(reading.event.id).toMatch(/^teams:[\da-f]{64}$/);
    }),
    { numRuns: 1500 },
  );
});
