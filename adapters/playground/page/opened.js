import { FormDialog } from './form.js';
import { html } from './vendor/preact.js';
import { ViewDialog } from './view.js';

/** The form or view that's open before `person`. `onNext(answer)` hears what came of it: null when it was left. */
export function Opened({ ward, opened, onNext }) {
  const { person, form, view } = opened;
  const colleagues = ward.people.filter(({ id }) => id !== person);
  // As in the platforms' own pickers: someone can pick themselves, such as to step down.
  const me = ward.people.filter(({ id }) => id === person).map((one) => ({ ...one, isMe: true }));
  const people = [...colleagues, ...me];
  const submit = async (answers) => {
    const answer = await ward.submit(person, (view ?? form).id, answers);
    if (answer?.errors !== undefined) return answer.errors;
    if (answer !== undefined) onNext(answer);
    return null;
  };
  /** The answer to a press in a view takes its place. */
  const press = async (button) => {
    const answer = await ward.press(person, 'view', button);
    if (answer !== undefined) onNext(answer);
  };
  const leave = () => {
    if (view !== undefined) ward.closeView(person);
    onNext(null);
  };
  if (view !== undefined)
    return html`<${ViewDialog} view=${view} people=${people} onPress=${press} onSubmit=${submit} onClose=${leave} />`;
  return html`<${FormDialog} key=${form.id} form=${form} people=${people} onSubmit=${submit} onClose=${leave} />`;
}
