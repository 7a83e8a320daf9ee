import { expect } from '@jest/globals';
import type { Card } from '../../src/chat/card.ts';
import type { Dialog } from '../support/teams/dialog.ts';
import { textOf } from '../support/teams/read.ts';
import type { Answer, Message } from '../support/teams/types.ts';
import { asksToOpen, aView } from './sample-view.ts';
import type { TeamsStage } from './teams-stage.ts';

/** A message that asks Ana to open a view, or another one. */
export async function asked(
  { teams, events, adapter }: TeamsStage,
  card: Card = asksToOpen,
): Promise<Message> {
  const ana = teams.person('ana');
  const person = { platform: 'teams', workspace: teams.identity.tenantId, id: ana.id } as const;
  await ana.says('hello');
  const address = events.at(-1)?.contact?.address ?? null;
  await adapter.deliver({ person, address }, { card }, { key: 'k' });
  return ana.lastMessage as Message;
}

/** Nothing of a view has gone to Teams by itself, or into the log. */
export async function closeWithoutSecrets({ teams, log, close }: TeamsStage): Promise<void> {
  await teams.quiet();
  await close();
  expect(teams.complaints).toEqual([]);
  expect(JSON.stringify([teams.calls, log.lines])).not.toContain('SECRET');
}

/** The view that it opens, in front of Ana. */
export async function opened(stage: TeamsStage, view = aView): Promise<Dialog> {
  const message = await asked(stage);
  stage.answer = () => [{ type: 'view', view }];
  return stage.teams.person('ana').opensView(message, 'help.show');
}

/** What the dialog of a bare answer says. */
export function dialogText({ body }: Answer): string {
  const { task } = body as { task: { value: { card: { content: Message['card'] } } } };
  return textOf({ text: '', card: task.value.card.content });
}
