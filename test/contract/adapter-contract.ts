import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Card } from '../../src/chat/card.ts';
import type { DeliveryResult } from '../../src/chat/delivery.ts';
import type { Effect } from '../../src/chat/effect.ts';
import type { InboundEvent } from '../../src/chat/event.ts';
import { fallbackText } from '../../src/chat/fallback-text.ts';
import { asCard, replace, reply } from '../../src/chat/say.ts';
import type { View } from '../../src/chat/view.ts';
import { cards, typed } from './cards.ts';
import type { Harness, Stage } from './stage.ts';
import { describeViews } from './views-contract.ts';

/** What every adapter promises to the core, tried against its platform. `more` are the cards of the features, `views` their views. */
export function describeAdapter(
  name: string,
  harness: Harness,
  more: Readonly<Record<string, Card>> = {},
  views: Readonly<Record<string, View>> = {},
): void {
  describe(`the ${name} adapter`, () => {
    let stage: Stage;
    let stopped: boolean;
    let events: InboundEvent[];
    let answer: (event: InboundEvent) => Promise<readonly Effect[]> | readonly Effect[];

    beforeEach(async () => {
      events = [];
      answer = () => [];
      stopped = false;
      stage = await harness(async (event) => {
        events.push(event);
        return answer(event);
      });
    });

    afterEach(async () => {
      if (!stopped) await stage.adapter.stop();
      await stage.close();
      expect(stage.complaints()).toEqual([]);
    });

    const send = (card: Card, options: { address?: string | null; replaces?: string } = {}) =>
      stage.adapter.deliver(
        { person: stage.person, address: options.address ?? null },
        { card },
        { key: 'a-key', ...(options.replaces === undefined ? {} : { replaces: options.replaces }) },
      );
    const arrived = (result: DeliveryResult) => {
      if (!result.ok || result.ref === null) throw new Error(`not delivered: ${JSON.stringify(result)}`);
      // What is kept in the database is text and nothing else.
      return JSON.parse(JSON.stringify(result)) as { ref: string; address: string };
    };
    const words = (text: string): Card => asCard(text);

    describe('addresses and references', () => {
      test('a person without an address is reached, and the address found serves the next time', async () => {
        const first = arrived(await send(words('one')));
        const second = arrived(await send(words('two'), { address: first.address }));
        expect(second.address).toBe(first.address);
        expect(second.ref).not.toBe(first.ref);
        expect(stage.inbox().map((message) => message.words)).toEqual(['one', 'two']);
      });

      test('a delivered message is changed in place by its reference', async () => {
        const { ref, address } = arrived(await send(words('before')));
        expect(arrived(await send(words('after'), { address, replaces: ref })).ref).toBe(ref);
        expect(stage.inbox().map((message) => message.words)).toEqual(['after']);
      });

      test('a press names the message that was delivered, and the press may replace it', async () => {
        const card: Card = {
          elements: [{ type: 'buttons', buttons: [{ id: 'checkins.acknowledge:W48', label: 'Done' }] }],
        };
        const { ref } = arrived(await send(card));
        answer = () => [replace('Noted.')];
        await stage.press('checkins.acknowledge:W48');
        expect(events).toMatchObject([
          { type: 'press', button: 'checkins.acknowledge:W48', message: ref, from: stage.person },
        ]);
        expect(stage.inbox().map((message) => message.words)).toEqual(['Noted.']);
      });

      test('a reference that another platform wrote is rejected, not sent', async () => {
        const result = await send(words('no'), { replaces: 'somewhere/else' });
        expect(result).toMatchObject({ ok: false, why: 'rejected' });
        expect(stage.inbox()).toEqual([]);
      });
    });

    describe('what comes in', () => {
      test('a command arrives with its words and its sender, and its answer is private', async () => {
        answer = () => [reply('You have no buddy yet.')];
        expect((await stage.command('status'))?.words).toBe('You have no buddy yet.');
        expect(events).toMatchObject([{ type: 'command', text: 'status', people: [], from: stage.person }]);
        expect(stage.inbox()).toEqual([]);
      });

      test('bots, the own one too, are not listened to', async () => {
        await stage.botsAct();
        expect(events).toEqual([]);
      });

      test('an event that is delivered again has the same id, another event another one', async () => {
        await stage.command('status');
        await stage.redeliver();
        await stage.command('status');
        // An adapter may know it again by itself and keep it from the core; it must not make another event of it.
        const ids = events.map((event) => event.id);
        expect(new Set(ids).size).toBe(2);
        expect(ids.at(-1)).not.toBe(ids[0]);
      });

      test('no id of an event tells who it was', async () => {
        const id = `pairing.invite:${stage.person.id}`;
        await send({ elements: [{ type: 'buttons', buttons: [{ id, label: 'Invite' }] }] });
        await stage.command('help');
        await stage.press(id);
        expect(events).toHaveLength(2);
        for (const event of events) expect(event.id).not.toContain(stage.person.id);
      });

      test('a mistake in the core is answered with an apology, and nothing of it is logged', async () => {
        answer = () => {
          throw new Error('SECRET of a clinician');
        };
        expect((await stage.command('status SECRET'))?.words).toMatch(/went wrong on my side/);
        expect(stage.log.lines.filter((line) => line.includes('"error"'))).not.toEqual([]);
        expect(stage.log.lines.join('\n')).not.toContain('SECRET');
      });
    });

    describe('cards', () => {
      const person = { platform: 'slack', workspace: 'T', id: 'U' } as const;
      for (const title of [...Object.keys(cards(person)), ...Object.keys(more)]) {
        const card = () => more[title] ?? cards(stage.colleague)[title] ?? words('');

        test(`${title}: within the limits as a message, with a text for notifications`, async () => {
          arrived(await send(card()));
          const [message] = stage.inbox();
          expect(message?.words.trim()).not.toBe('');
          const notification = message?.notification.trim() ?? '';
          expect(notification).not.toBe('');
          expect(notification.startsWith(fallbackText(card(), stage.writeCommand).slice(0, 200).trim())).toBe(
            true,
          );
        });

        test(`${title}: within the limits as a private answer`, async () => {
          answer = () => [reply(card())];
          expect((await stage.command('help'))?.words.trim()).not.toBe('');
        });
      }

      test('questions arrive as they were typed', async () => {
        await send({ elements: [{ type: 'questions', first: typed, second: 'A & B < C' }] });
        const [message] = stage.inbox();
        for (const text of [message?.words, message?.notification]) {
          expect(text).toContain(typed);
          expect(text).toContain('A & B < C');
        }
      });
    });

    describe('deliveries that fail', () => {
      test('every kind of failure is known for what it is', async () => {
        expect(new Set(stage.failures.map((failure) => failure.why))).toEqual(
          new Set(['rate-limited', 'temporary', 'unreachable', 'rejected']),
        );
        const { address } = arrived(await send(words('first')));
        const found: Record<string, string> = {};
        const waits: number[] = [];
        for (const failure of stage.failures) {
          failure.arrange();
          const result = await send(words('SECRET'), { address });
          found[failure.name] = result.ok ? 'delivered' : result.why;
          if (!result.ok) expect(result.code).toMatch(/^\w+$/);
          if (!result.ok && result.retryAfterMs !== undefined) waits.push(result.retryAfterMs);
        }
        // A platform may leave out how long; what it says is heeded.
        expect(waits).not.toEqual([]);
        expect(Math.min(...waits)).toBeGreaterThanOrEqual(1000);
        expect(found).toEqual(Object.fromEntries(stage.failures.map(({ name, why }) => [name, why])));
        expect(stage.log.lines.join('\n')).not.toContain('SECRET');
      }, 60_000);

      test('one failure does not stand in the way of the next delivery', async () => {
        stage.failures[0]?.arrange();
        expect((await send(words('one'))).ok).toBe(false);
        expect((await send(words('two'))).ok).toBe(true);
      });
    });

    describe('people', () => {
      test('the platform tells name, time zone, and who is a guest, a bot, or gone', async () => {
        for (const { person, profile } of stage.profiles)
          expect(await stage.adapter.lookUp(person, await stage.addressOf(person))).toEqual(profile);
        const address = await stage.addressOf(stage.stranger);
        expect(await stage.adapter.lookUp(stage.stranger, address)).toEqual(stage.strangerIs);
      });

      test('a platform that cannot be asked is no stranger', async () => {
        const address = await stage.addressOf(stage.colleague);
        stage.cannotLookUp();
        expect(await stage.adapter.lookUp(stage.colleague, address)).toEqual({ unavailable: true });
      });
    });

    describe('stopping', () => {
      test('waits for a delivery that is under way', async () => {
        const { address } = arrived(await send(words('warm')));
        stage.slowDelivery(400);
        const delivery = send(words('slow'), { address });
        let delivered = false;
        void delivery.then(() => {
          delivered = true;
        });
        await stage.adapter.stop();
        stopped = true;
        expect(delivered).toBe(true);
        expect((await delivery).ok).toBe(true);
      });

      test('waits for a command that is being answered, which still gets its answer', async () => {
        const entered = Promise.withResolvers<void>();
        const release = Promise.withResolvers<void>();
        answer = async () => {
          entered.resolve();
          await release.promise;
          return [reply('in time')];
        };
        const command = stage.command('status');
        await entered.promise;
        let ended = false;
        const stopping = stage.adapter.stop().then(() => {
          ended = true;
        });
        await new Promise((resolve) => setTimeout(resolve, 100));
        expect(ended).toBe(false);
        release.resolve();
        await stopping;
        stopped = true;
        expect((await command)?.words).toBe('in time');
      });
    });

    describeViews(views, {
      stage: () => stage,
      events: () => events,
      answerWith: (effects) => {
        answer = () => effects;
      },
    });

    test('reports no trouble when all is well', async () => {
      const troubles = () => stage.adapter.trouble() ?? stage.adapter.deafness();
      for (let tries = 0; tries < 100 && troubles() !== null; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 10));
      expect(troubles()).toBeNull();
    });
  });
}
