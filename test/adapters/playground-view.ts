import { pressesOf } from '../../adapters/playground/render-card.ts';
import { fallbackText } from '../../src/chat/fallback-text.ts';
import type { View } from '../../src/chat/view.ts';
import type { OpenView } from '../support/open-view.ts';

/** What the page posts and gets back. */
export type Post = (
  path: string,
  body: object,
) => Promise<{ readonly view?: View; readonly errors?: object }>;

/** A view as the playground's page has it in its dialog. */
export function viewOnPage(post: Post, view: View, errors: object = {}): OpenView {
  const labels = view.elements.flatMap((element) =>
    element.type === 'buttons' ? element.buttons.map((button) => button.label) : [],
  );
  const fields = view.fields.map((field) => field.label);
  const buttons = [...pressesOf(view).keys()];
  const next = async (path: string, body: object): Promise<OpenView> => {
    const answer = await post(path, body);
    if (answer.view !== undefined) return viewOnPage(post, answer.view);
    if (answer.errors !== undefined) return viewOnPage(post, view, answer.errors);
    throw new Error(`no view came: ${JSON.stringify(answer)}`);
  };
  return {
    text: [view.title, fallbackText(view), ...labels, ...fields, ...Object.values(errors)].join('\n'),
    buttons,
    presses(prefix) {
      const button = buttons.find((one) => one === prefix) ?? buttons.find((one) => one.startsWith(prefix));
      return next('press', { message: 'view', button: button ?? prefix });
    },
    submits(answers = {}) {
      const initial = view.fields.map((field) => [field.id, 'initial' in field ? field.initial : undefined]);
      const entered = { ...Object.fromEntries(initial), ...answers } as Record<string, unknown>;
      const texts = Object.entries(entered).filter(([, value]) => value !== undefined);
      const filled = Object.fromEntries(texts.map(([id, value]) => [id, String(value)]));
      return next('submit', { form: view.id, answers: filled });
    },
  };
}
