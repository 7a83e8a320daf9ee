import { millisecondsInDay } from '../../calendar/spans.ts';
import type { Executor } from '../../db/schema.ts';
import { messageKind } from '../../outbox/message-kind.ts';
import { enqueue } from '../../outbox/store.ts';
import type { Actor } from '../../people/actor.ts';
import { newId } from '../../system/ids.ts';
import { roomMessage } from '../room-message.ts';
import type { AskedBefore } from './asked-before.ts';
import { previewCard } from './cards.ts';
import type { WeekQuestions } from './week-questions.ts';

const preview = messageKind('preview', 'id');

export const questionMessages = [roomMessage(preview)];

/** A week's message, to the one who asks alone. */
export async function sendPreview(
  db: Executor,
  { account, reader }: Actor,
  { questions, before }: { readonly questions: WeekQuestions; readonly before: readonly AskedBefore[] },
  now: number,
): Promise<void> {
  const message = {
    key: preview.key({ id: newId() }),
    to: account,
    card: previewCard(reader, questions, before),
    usefulUntil: now + millisecondsInDay,
  };
  await enqueue(db, [message], now);
}
