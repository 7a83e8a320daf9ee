import { problemsOfCard } from './check-card.ts';
import { cardContentType, type Tenant } from './tenant.ts';
import type { AdaptiveCard, Answer, Fields } from './types.ts';

/**
 * What a person sees in consequence of what a press was answered with: a card in the place of the pressed one, or a
 * line. What Teams could not show is complained of; the answer itself cannot tell the bot.
 */
export function seenOf(
  tenant: Tenant,
  conversation: string,
  body: Fields | null,
): Pick<Answer, 'shown' | 'notice'> {
  const nothing = { shown: null, notice: null };
  const { statusCode, type, value } = body ?? {};
  const complain = (problem: string) => {
    tenant.complaints.push(`a press was answered with ${problem}`);
    return nothing;
  };
  if (statusCode !== 200) return complain(`the statusCode ${JSON.stringify(statusCode)}`);
  if (type === 'application/vnd.microsoft.activity.message') {
    return typeof value === 'string' ? { shown: null, notice: value } : complain('a line that is no text');
  }
  if (type !== cardContentType) return complain(`the type ${JSON.stringify(type)}`);
  const problems = problemsOfCard(value);
  if (problems.length > 0) return complain(problems.join('; '));
  const attachments = [{ contentType: cardContentType, content: value as AdaptiveCard }];
  return { shown: tenant.draft(conversation, { attachments }, null), notice: null };
}
