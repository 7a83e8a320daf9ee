/** A tour of its own: after a hard shift someone reaches out, and nothing of it is left. */
export function shiftSteps({ tour, ward, onCurtain }) {
  const [elif, chidi] = ['elif', 'chidi'];
  const pane = ward.isWide ? 1 : ward.active;
  const seen = { elif: ward.shown.includes(elif), asked: ward.shown.includes(tour.asked) };
  const begin = async () => {
    if (ward.isWide) await ward.look(1, chidi);
    await ward.look(ward.isWide ? 0 : ward.active, elif);
    await ward.bringSupport();
  };
  const lookAtRows = async () => {
    await ward.look(pane, chidi);
    onCurtain();
  };
  const show = (person, where) => ({
    label: `Show ${ward.nameOf(person)}`,
    act: () => ward.look(where, person),
  });
  const asked = ward.nameOf(tour.asked);
  return [
    {
      title: 'After a hard shift',
      words: `A patient died on ${ward.nameOf(chidi)}’s shift, and a colleague asks that someone reach out. ${ward.nameOf(elif)} directs the program here.`,
      action: ward.isTravelling ? null : { label: 'Begin', act: begin },
    },
    {
      title: 'Someone waits at the desk',
      words: seen.elif
        ? 'The message names nobody. Press “Open the desk”, open the one that waits, and offer it to who fits.'
        : `Only ${ward.nameOf(elif)} sees who it’s about.`,
      action: seen.elif ? null : show(elif, ward.isWide ? 0 : ward.active),
      also: { label: 'See the sealed row', act: lookAtRows },
    },
    {
      title: 'Open it as the supporter',
      words: !asked
        ? 'Someone else is asked now. See who has a new message, and press “Open”.'
        : seen.asked
          ? `${asked}’s message names nobody either. Press “Open”.`
          : `The offer is with ${asked}.`,
      action: !asked || seen.asked ? null : show(tour.asked, pane),
    },
    {
      title: 'Reach out',
      words: `${asked || 'The supporter'} writes or calls. Buddy never does. Then pick “I’ve reached out” and save.`,
    },
    {
      title: 'Say when it’s done',
      words: 'They talked. Open it again, pick “Done” and save.',
    },
    {
      title: 'See that nothing is left',
      words: 'The row is gone, and the name and the reason with it.',
      action: { label: 'Look behind the curtain', act: lookAtRows },
    },
    {
      title: 'That was a hard shift',
      words: 'One more in a sum, and nothing else. Sums come out once eleven have closed.',
      action: { label: 'Done', act: tour.dismiss },
    },
  ];
}

/** What someone did takes the hard shift further; an offer that's declined goes to the next one, and a step back. */
export function shiftAfter(now, ward, { type, button, form, answers, answer }) {
  const reach = (step) => (now.step < step ? { ...now, step } : now);
  if (type === 'support') return reach(1);
  if (type === 'press' && button.startsWith('support.offer:')) return reach(3);
  if (type !== 'submit' || answer?.errors !== undefined) return now;
  if (form.startsWith('support.assign:')) {
    const said = JSON.stringify(answer?.view?.elements[0] ?? '');
    const asked = ward.people.find(({ name }) => said.includes(name));
    return asked === undefined ? now : { ...now, step: 2, asked: asked.id };
  }
  if (!form.startsWith('support.offer:')) return now;
  if (answers.outcome === 'cannot') return { ...now, step: 2, asked: null };
  return reach(['done', 'declined'].includes(answers.outcome) ? 5 : 4);
}
