import type { Filling, OpenView } from '../open-view.ts';
import type { Person, Where } from './person.ts';
import { buttonsOf, textOf } from './read.ts';
import type { Fields, View } from './types.ts';

const patienceMs = 5000;

/** The view that this button opens, as a modal. */
export async function openModal(person: Person, where: Where, button: string): Promise<OpenView> {
  return shownAfter(person, () => person.press(where, button));
}

/** A modal changes after the press was acknowledged. */
async function shownAfter(person: Person, act: () => Promise<unknown>): Promise<OpenView> {
  const before = person.modal?.hash;
  await act();
  const end = performance.now() + patienceMs;
  while (person.modal === undefined || person.modal.hash === before) {
    if (performance.now() > end) throw new Error('no modal came');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return modalOf(person, person.modal, []);
}

function modalOf(person: Person, view: View, errors: readonly string[]): OpenView {
  return {
    text: [textOf(view), ...errors].join('\n'),
    buttons: buttonsOf(view)
      .filter(({ type }) => type === 'button' || type === 'static_select')
      .map(({ id }) => id),
    presses: (button) => shownAfter(person, () => person.press(view, button)),
    async submits(answers: Filling = {}) {
      const { status, body } = await person.submit(view, answers);
      if (status !== 200 || person.modal === undefined) throw new Error(`the modal is gone: ${status}`);
      return modalOf(person, person.modal, Object.values((body?.errors ?? {}) as Fields).map(String));
    },
  };
}
