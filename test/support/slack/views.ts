import { problemsOfView } from './check-blocks.ts';
import type { Answer, Fields, View } from './types.ts';
import type { Workspace } from './workspace.ts';

const TRIGGER_LIFE_MS = 3000;
const MAX_STACK = 3;
const MAX_BYTES = 250_000;

export type Result = { readonly ok: boolean; readonly error?: string } & Fields;

/** A refusal of the Web API. `problems` go where Slack's clients look for them. */
export function refusal(error: string, problems: readonly string[] = []): Result {
  if (problems.length === 0) return { ok: false, error };
  const messages = problems.map((problem) => `[ERROR] ${problem}`);
  return { ok: false, error, errors: problems, response_metadata: { messages } };
}

function viewProblem(view: unknown): Result | undefined {
  const problems = problemsOfView(view);
  if (problems.length > 0) return refusal('invalid_arguments', problems);
  return JSON.stringify(view).length > MAX_BYTES ? refusal('view_too_large') : undefined;
}

function viewFrom(workspace: Workspace, given: Fields, before: Partial<View> = {}): View {
  const { teamId, appId, botId } = workspace.identity;
  const id = before.id ?? workspace.ids.next('V');
  return {
    id,
    team_id: teamId,
    type: given.type as View['type'],
    blocks: workspace.withBlockIds(given.blocks),
    private_metadata: String(given.private_metadata ?? ''),
    callback_id: String(given.callback_id ?? ''),
    state: { values: {} },
    hash: `${Math.floor(Date.now() / 1000)}.${workspace.ids.next('h')}`,
    title: (given.title as View['title']) ?? { type: 'plain_text', text: 'View Title' },
    clear_on_close: isTrue(given.clear_on_close),
    notify_on_close: isTrue(given.notify_on_close),
    close: (given.close as View['close']) ?? null,
    submit: (given.submit as View['submit']) ?? null,
    previous_view_id: before.previous_view_id ?? null,
    root_view_id: before.root_view_id ?? id,
    app_id: appId,
    external_id: String(given.external_id ?? ''),
    app_installed_team_id: teamId,
    bot_id: botId,
  };
}

const isTrue = (value: unknown) => value === true || value === 'true';

/** Whose trigger this is; it is spent by being asked for. */
function spend(workspace: Workspace, id: unknown): { user: string } | { refused: Result } {
  const trigger = workspace.triggers.get(String(id));
  if (!trigger) return { refused: refusal('invalid_trigger_id') };
  if (trigger.used) return { refused: refusal('exchanged_trigger_id') };
  if (Date.now() - trigger.at > TRIGGER_LIFE_MS) return { refused: refusal('expired_trigger_id') };
  trigger.used = true;
  return { user: trigger.user };
}

function push(workspace: Workspace, user: string, given: Fields): View {
  const stack = workspace.stacks.get(user) ?? [];
  const top = stack.at(-1);
  const before = top ? { previous_view_id: top.id, root_view_id: top.root_view_id } : {};
  const view = viewFrom(workspace, given, before);
  workspace.stacks.set(user, [...stack, view]);
  workspace.opened.push(view);
  return view;
}

/** views.open and views.push: both show a modal to the one that the trigger belongs to. */
export function open(workspace: Workspace, args: Fields, onTop: boolean): Result {
  const problem = viewProblem(args.view);
  if (problem) return problem;
  const given = args.view as Fields;
  if (given.type !== 'modal')
    return refusal('invalid_arguments', ['unsupported type: home [json-pointer:/view/type]']);
  const spent = spend(workspace, args.trigger_id);
  if ('refused' in spent) return spent.refused;
  const stack = workspace.stacks.get(spent.user) ?? [];
  if (onTop && stack.length === 0) return refusal('not_found');
  if (onTop && stack.length >= MAX_STACK) return refusal('push_limit_reached');
  if (!onTop) workspace.stacks.delete(spent.user);
  return { ok: true, view: push(workspace, spent.user, given) };
}

/** views.publish: sets someone's App Home. */
export function publish(workspace: Workspace, args: Fields): Result {
  const user = String(args.user_id ?? '');
  const before = workspace.homes.get(user);
  if (!workspace.people.has(user))
    return refusal('invalid_arguments', ['invalid user [json-pointer:/user_id]']);
  const problem = viewProblem(args.view);
  if (problem) return problem;
  if ((args.view as Fields).type !== 'home')
    return refusal('invalid_arguments', ['must be home [json-pointer:/view/type]']);
  if (args.hash !== undefined && args.hash !== before?.hash) return refusal('hash_conflict');
  const view = viewFrom(workspace, args.view as Fields, before ? { id: before.id } : {});
  workspace.homes.set(user, view);
  return { ok: true, view };
}

/** views.update: changes a modal that is still open, or a home. */
export function update(workspace: Workspace, args: Fields): Result {
  const problem = viewProblem(args.view);
  if (problem) return problem;
  const wanted = (view: View) =>
    args.view_id === undefined ? view.external_id === args.external_id : view.id === args.view_id;
  for (const [user, stack] of [
    ...workspace.stacks,
    ...[...workspace.homes].map(([id, home]) => [id, [home]] as const),
  ]) {
    const before = stack.find(wanted);
    if (!before) continue;
    if (args.hash !== undefined && args.hash !== before.hash) return refusal('hash_conflict');
    return { ok: true, view: replace(workspace, user, before, args.view as Fields) };
  }
  return refusal('not_found');
}

function replace(workspace: Workspace, user: string, before: View, given: Fields): View {
  const view = viewFrom(workspace, given, before);
  if (before.type === 'home') workspace.homes.set(user, view);
  const stack = workspace.stacks.get(user) ?? [];
  if (before.type === 'modal') {
    workspace.stacks.set(
      user,
      stack.map((one) => (one.id === before.id ? view : one)),
    );
  }
  return view;
}

/** Whose view this is, while it is shown. */
export function viewerOf(workspace: Workspace, viewId: unknown): string | undefined {
  for (const [user, stack] of workspace.stacks) if (stack.some((view) => view.id === viewId)) return user;
  for (const [user, home] of workspace.homes) if (home.id === viewId) return user;
  return undefined;
}

/**
 * What a person's screen shows after she submitted `view` and the app answered: an empty answer closes the modal;
 * `errors`, `update`, `push` and `clear` do what they say. Gives the modal that is in front of her then.
 */
export function afterSubmission(
  workspace: Workspace,
  user: string,
  view: View,
  answer: Omit<Answer, 'shown'>,
): View | null {
  const complain = (what: string) =>
    workspace.complaints.push(`view_submission ${view.callback_id}: ${what}`);
  const stack = workspace.stacks.get(user) ?? [];
  const top = () => workspace.stacks.get(user)?.at(-1) ?? null;
  if (answer.status !== 200) return top();
  const action = answer.body?.response_action;
  if (action === undefined) {
    workspace.stacks.set(
      user,
      stack.filter((one) => one.id !== view.id),
    );
  } else if (action === 'clear') workspace.stacks.delete(user);
  else if (action === 'errors') {
    const fields = new Set(
      view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id),
    );
    for (const id of Object.keys((answer.body?.errors ?? {}) as Fields)) {
      if (!fields.has(id)) complain(`an error for ${id}, which is no input block of the view`);
    }
  } else if (action === 'update' || action === 'push') {
    const given = answer.body?.view;
    for (const problem of problemsOfView(given)) complain(problem);
    if (problemsOfView(given).length > 0) return top();
    if (action === 'push') push(workspace, user, given as Fields);
    else replace(workspace, user, view, given as Fields);
  } else complain(`unknown response_action ${String(action)}`);
  return top();
}
