import type { View } from '../../src/chat/view.ts';
import type { AdaptiveCard, BodyElement, ExecuteAction, SubmitAction } from './adaptive-card.ts';
import { BeyondTeams, demand, limits } from './limits.ts';
import { whole } from './message.ts';
import { PickIds } from './render-actions.ts';
import { renderElements } from './render-card.ts';
import { errorsOf, type Filled, renderField, renderSubmit } from './render-form.ts';

/** A view as a dialog's card, empty or as it was filled. Its title stands above the card. */
export function renderView(view: View, filled?: Filled): AdaptiveCard {
  const { title, elements, fields, submit } = view;
  demand("the length of a view's title", title.length, limits.dialogTitle);
  if ((submit === null) !== (fields.length === 0))
    throw new BeyondTeams('a view has fields without a button, or a button without fields');
  const errors = errorsOf(fields, filled);
  // What must be filled in would hold up the buttons of lists too: then only who receives it can ask for it.
  const hasLists = elements.some(({ type }) => type === 'choice');
  const shown = hasLists ? fields.map((field) => ({ ...field, optional: true })) : fields;
  const body: BodyElement[] = [
    ...errors.shown,
    ...renderElements(elements, new PickIds(elements, fields.length === 0)),
    ...shown.map((field) => renderField(field, filled)),
    ...(submit === null ? [] : [renderSubmit(view.id, submit)]),
  ];
  if (body.length === 0) throw new BeyondTeams('a view shows nothing');
  return asDialog(whole(body, [title, ...errors.said].join('\n')));
}

/**
 * The same card for a dialog, which takes no Action.Execute: each of its actions says in its data what it is, and what
 * is pressed comes as `task/submit`.
 */
export function asDialog(card: AdaptiveCard): AdaptiveCard {
  return {
    ...card,
    body: card.body.map((element) =>
      element.type === 'ActionSet' ? { ...element, actions: element.actions.map(asSubmit) } : element,
    ),
  };
}

function asSubmit(action: ExecuteAction | SubmitAction): SubmitAction {
  if (action.type === 'Action.Submit') {
    // It opens a view from a message; here it's one that follows another.
    const { msteams: _, ...data } = action.data;
    return { ...action, data };
  }
  const { verb, data, ...look } = action;
  return { ...look, type: 'Action.Submit', data: { intent: verb, ...data } };
}
