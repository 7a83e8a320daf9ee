import type { Card } from '../../src/chat/card.ts';
import type { Form } from '../../src/chat/form.ts';
import { textOf } from '../support/teams/read.ts';
import type { Message } from '../support/teams/types.ts';
import type { TeamsStage } from './teams-stage.ts';

/** A card with a button and a choice. */
export const askCard: Card = {
  elements: [
    { type: 'text', words: 'Will you?' },
    { type: 'buttons', buttons: [{ id: 'pairing.accept:INV-1', label: 'Yes' }] },
    {
      type: 'choice',
      id: 'nudges.snooze',
      label: 'Later',
      options: [
        { value: 'tomorrow', label: 'Tomorrow' },
        { value: 'thursday', label: 'Thursday' },
      ],
    },
  ],
};

/** A form of two fields. */
export const weekForm: Form = {
  id: 'questions.post',
  title: 'Questions for a week',
  submit: 'Save',
  fields: [
    { id: 'week', type: 'text', label: 'Week', lines: 'one', maxLength: 8 },
    { id: 'first', type: 'text', label: 'First', lines: 'several', maxLength: 300 },
  ],
};

/** `askCard`, delivered into Ana's chat. */
export async function delivered({ teams, adapter }: TeamsStage): Promise<Message> {
  const ana = teams.person('ana');
  const person = { platform: 'teams', workspace: teams.identity.tenantId, id: ana.id } as const;
  const result = await adapter.deliver({ person, address: null }, { card: askCard }, { key: 'k' });
  if (!result.ok || !ana.lastMessage) throw new Error('nothing was delivered');
  return ana.lastMessage;
}

export function seen(messages: readonly Message[]): string[] {
  return messages.map((message) => textOf(message));
}

/** The answer to a press that shows one line for a moment. */
export function line(value: unknown) {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value };
}
