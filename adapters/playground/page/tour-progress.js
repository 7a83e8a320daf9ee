import { useLater } from './later.js';
import { keep, recall } from './memory.js';
import { useEffect, useState } from './vendor/preact.js';

const key = 'playground.tour';
/** How many steps each part has. Monday and Sunday follow one another; the hard shift is a tour of its own. */
const lengths = { monday: 5, sunday: 5, shift: 6 };
const start = { part: 'monday', step: 0, isVisible: true, aside: { part: 'shift', step: 0 } };

/** How far the visit has come. A step is done when the thing itself has happened, whichever way. */
export function useTour(ward, isCurtainOpen) {
  const [tour, setTour] = useState(() => ({ ...start, ...recall(key) }));
  const shift = useLater(ward, tour.part === 'shift', () => import('./tour-shift.js'));
  const reach = (step, part = 'monday') =>
    setTour((now) => (now.part === part && now.step < step ? { ...now, step } : now));
  useEffect(() => keep(key, tour), [tour]);
  useEffect(
    () =>
      ward.onAct(({ type, button = '', form = '', answers = {}, answer }) => {
        const isDone = answer?.form === undefined && answer?.errors === undefined;
        setTour((now) =>
          now.part === 'shift'
            ? (shift?.shiftAfter(now, ward, { type, button, form, answers, answer }) ?? now)
            : now,
        );
        if (type === 'half-year') reach(1, 'sunday');
        if (type === 'press' && button === 'figures.show') reach(3, 'sunday');
        if (type === 'submit' && form.startsWith('questions.post') && isDone) reach(4, 'sunday');
        if (type === 'travel')
          setTour((now) => (now.part === 'sunday' && now.step === 4 ? { ...now, step: 5 } : now));
        if (type !== 'press' || answer?.form !== undefined) return;
        if (button.startsWith('pairing.accept:')) reach(2);
        if (button.startsWith('checkins.acknowledge:')) reach(4);
      }),
    [ward, shift],
  );
  const { changes } = ward;
  const { step } = tour;
  useEffect(() => {
    if (changes === 0) return;
    const states = ward.shown.map((person) => ward.states[person]).filter(Boolean);
    reach(reachedBy(states));
    if (ward.state.halfYear.isOver) reach(states.some(isAtTheDesk) ? 2 : 1, 'sunday');
  }, [changes, tour.isVisible, tour.part]);
  // A ward starts over with each start of the program, and then the tour does, too.
  useEffect(() => {
    const states = ward.shown.map((person) => ward.states[person]);
    const isFresh =
      states.every((state) => state?.messages.length === 0) &&
      ward.people.every(({ unread }) => unread === 0);
    if (changes === 1 && isFresh) setTour((now) => ({ ...start, isVisible: now.isVisible }));
  }, [changes]);
  useEffect(() => {
    if (!isCurtainOpen) return;
    if (step === 4) reach(5, 'monday');
    if (step === 5) reach(6, 'shift');
  }, [isCurtainOpen, step]);
  return {
    ...tour,
    shiftSteps: shift?.shiftSteps,
    invited: step === 1 && tour.part === 'monday' ? invitedBy(ward) : null,
    isShift: tour.part === 'shift',
    /** The tour of the week, or that of the hard shift: where it was left, or from its beginning once it's over. */
    show: (which) =>
      setTour((now) => {
        const isThat = (now.part === 'shift') === (which === 'shift');
        const { part, step } = isThat ? now : now.aside;
        const first = { part: which === 'shift' ? 'shift' : 'monday', step: 0 };
        const aside = isThat ? now.aside : { part: now.part, step: now.step };
        return { ...now, ...(step < lengths[part] ? { part, step } : first), aside, isVisible: true };
      }),
    goOn: () =>
      setTour((now) => ({ ...now, part: 'sunday', step: 0, isVisible: true, aside: asideOfWeek(now) })),
    skip: () => setTour((now) => ({ ...now, step: now.step + 1 })),
    dismiss: () => setTour((now) => ({ ...now, isVisible: false })),
    restart: () => setTour(start),
  };
}

/** The hard shift, while a part of the week is on screen. */
function asideOfWeek({ part, step, aside }) {
  return part === 'shift' ? { part, step } : aside;
}

/** What the chats on screen show to have happened: invited 1, paired 2, Monday came 3, checked in 4. */
function reachedBy(states) {
  const step = Math.max(0, ...states.flatMap(({ messages }) => messages.map(stepOf)));
  const isPaired = states.some(({ home }) => home !== null && hasButton(home, 'checkins.acknowledge:'));
  return isPaired ? Math.max(step, 2) : step;
}

function stepOf({ from, private: isPrivate, card }) {
  if (from !== 'buddy' || card === null) return 0;
  if (isMonday(card) && !isPrivate) return hasButton(card, 'checkins.acknowledge:') ? 3 : 4;
  return hasButton(card, 'pairing.withdraw:') || hasButton(card, 'pairing.accept:') ? 1 : 0;
}

/** Monday's message, and neither a reminder of it nor an administrator's preview. */
function isMonday(card) {
  const hasQuestions = card.elements.some(({ type }) => type === 'questions');
  return hasQuestions && card.heading !== undefined && !hasButton(card, 'questions.preview:');
}

function hasButton(card, start) {
  return card.elements.some(
    ({ type, buttons }) => type === 'buttons' && buttons.some(({ id }) => id.startsWith(start)),
  );
}

/** Whether an administrator's page is in the chat. */
function isAtTheDesk({ messages }) {
  return messages.some(({ card }) => card !== null && hasButton(card, 'figures.show'));
}

/** Who the newest open invitation on screen is for, as `{ id, name }`. */
function invitedBy(ward) {
  for (const person of ward.shown) {
    const cards = (ward.states[person]?.messages ?? []).map(({ card }) => card).filter(Boolean);
    for (const card of cards.toReversed()) {
      if (hasButton(card, 'pairing.accept:')) return { id: person, name: ward.nameOf(person) };
      if (!hasButton(card, 'pairing.withdraw:')) continue;
      const mention = card.elements
        .flatMap(({ words }) => (Array.isArray(words) ? words : []))
        .find((part) => part.person !== undefined);
      if (mention !== undefined) return { id: mention.person.id, name: mention.name };
    }
  }
  return null;
}
