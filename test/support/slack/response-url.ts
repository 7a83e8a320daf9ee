import { problemsOfBlocks } from './check-blocks.ts';
import type { Answer, Fields, Message } from './types.ts';
import { type Result, refusal } from './views.ts';
import type { ResponseUrl, Workspace } from './workspace.ts';

const USES = 5;
const LIFE_MS = 30 * 60_000;

const isTrue = (value: unknown) => value === true || value === 'true';

function problemsOfBody(body: Fields): string[] {
  const problems = body.blocks === undefined ? [] : problemsOfBlocks(body.blocks, 'message');
  const empty = !body.text && !(Array.isArray(body.blocks) && body.blocks.length > 0);
  return empty ? [...problems, 'no_text: neither text nor blocks'] : problems;
}

function show(workspace: Workspace, user: string, channel: string, body: Fields): Message {
  const where = body.response_type === 'in_channel' ? 'post' : 'postEphemeral';
  return workspace[where](channel, user, body);
}

/** Does what a body posted to a response_url asks for, and gives Slack's answer to it. */
export function respond(
  workspace: Workspace,
  url: ResponseUrl | undefined,
  body: Fields,
): Result & { status: number } {
  if (!url || Date.now() - url.at > LIFE_MS) return { ...refusal('expired_url'), status: 404 };
  url.uses += 1;
  if (url.uses > USES) return { ...refusal('used_url'), status: 404 };
  const done = (message: Message | null) => {
    workspace.replies.push({ at: Date.now(), user: url.user, body, message });
    return { ok: true, status: 200 };
  };
  if (isTrue(body.delete_original)) {
    if (url.source) workspace.remove(url.source);
    return done(null);
  }
  const problems = problemsOfBody(body);
  if (problems.length > 0) return { ...refusal('invalid_blocks', problems), status: 400 };
  if (isTrue(body.replace_original) && url.source) {
    const now = workspace.messageAt(url.source.channel, url.source.ts) ?? url.source;
    return done(workspace.change(now, { ...body, blocks: body.blocks ?? [] }));
  }
  if (url.source && body.replace_original === undefined && body.response_type === undefined) {
    workspace.complaints.push(
      'response_url: say replace_original, Slack does not treat its absence alike everywhere',
    );
  }
  return done(show(workspace, url.user, url.channel, body));
}

/** What the acknowledgement of a slash command shows: a message only its author sees, unless it says `in_channel`. */
export function showAcknowledgement(
  workspace: Workspace,
  user: string,
  channel: string,
  answer: Omit<Answer, 'shown'>,
): Message | null {
  if (answer.status !== 200) return null;
  const body = answer.body ?? (answer.text === '' ? null : { text: answer.text });
  if (!body || Object.keys(body).length === 0) return null;
  const problems = problemsOfBody(body);
  for (const problem of problems) workspace.complaints.push(`acknowledgement: ${problem}`);
  return problems.length > 0 ? null : show(workspace, user, channel, body);
}
