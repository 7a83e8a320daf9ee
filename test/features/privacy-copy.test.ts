import { expect, test } from '@jest/globals';
import { renderMessage } from '../../adapters/slack/render-card.ts';
import { addWeeks } from '../../src/calendar/iso-week.ts';
import { fallbackText } from '../../src/chat/fallback-text.ts';
import { checkinsHeld } from '../../src/features/checkins/held.ts';
import { pairingHeld } from '../../src/features/pairing/held.ts';
import { copyCard } from '../../src/features/privacy/cards.ts';
import type { Held } from '../../src/features/privacy/held.ts';
import { outboxHeld } from '../../src/outbox/held.ts';
import { buttonIds, someReader } from '../support/turn.ts';
import { ana, fileIn, now } from './privacy-stage.ts';

test('a copy of three buddies, nine weeks and sixty messages goes through Slack, in parts that make the whole', async () => {
  const held = aLot();
  const parts: string[] = [];
  for (let part = 1; ; part += 1) {
    const card = copyCard(someReader, held, { now, part });
    expect(() => renderMessage(card)).not.toThrow();
    parts.push(fileIn(card));
    expect(fileIn(card).length).toBeLessThanOrEqual(10_000);
    const [next] = buttonIds([{ type: 'reply', card }]);
    if (next === undefined) break;
    expect(next).toBe(`privacy.export:${part + 1}`);
  }
  expect(parts.length).toBeGreaterThan(1);
  const whole = JSON.parse(parts.join(''));
  expect([whole.buddies.length, whole.checkins.length, whole.messagesToMe.length]).toEqual([3, 54, 60]);
  expect(fallbackText(copyCard(someReader, held, { now, part: 2 }))).toContain(`Part 2 of ${parts.length}`);
});

/** Three buddies, each with a check-in that both noted in each of nine weeks, and sixty messages. */
function aLot(): Held {
  const names = ['Ben Ode', 'Cleo Park', 'Wolfgang Schlegelstein-Hausenberger'];
  const weeks = Array.from({ length: 9 }, (_, back) => addWeeks('2026-W48', -back));
  const message = {
    kind: 'nudge',
    status: 'sent',
    attempts: 1,
    why: null,
    batch: null,
    messageRef: null,
  } as const;
  const instants = { createdAt: now, dueAt: now, usefulUntil: null, settledAt: now };
  return {
    person: ana,
    name: null,
    parts: [
      ...pairingHeld.shown(
        someReader,
        names.map((name) => ({ name, since: now, until: null })),
      ),
      ...checkinsHeld.shown(someReader, {
        checkins: weeks.flatMap((week) =>
          names.flatMap((buddy) => [true, false].map((byMe) => ({ week, buddy, byMe, at: now }))),
        ),
        reaches: [],
      }),
      ...outboxHeld.shown(someReader, {
        messages: Array.from({ length: 60 }, () => ({ ...message, ...instants })),
        namedIn: 0,
        addresses: [],
      }),
    ],
  };
}
