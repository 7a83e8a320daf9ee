import { millisecondsInDay } from '../../calendar/spans.ts';
import type { Executor } from '../../db/schema.ts';
import { messageKind } from '../../outbox/message-kind.ts';
import { enqueue } from '../../outbox/store.ts';
import type { Member } from '../../people/members/store.ts';
import { readerOf } from '../../people/readers.ts';
import { newId } from '../../system/ids.ts';
import { roomMessage } from '../room-message.ts';
import { nextStepCard } from './cards.ts';

const step = messageKind('next-step', 'id');

export const unpairedMessages = [roomMessage(step)];

export async function sendNextStep(db: Executor, member: Member, now: number): Promise<void> {
  const message = {
    key: step.key({ id: newId() }),
    to: member.person,
    card: nextStepCard(readerOf(member)),
    usefulUntil: now + millisecondsInDay,
  };
  await enqueue(db, [message], now);
}
