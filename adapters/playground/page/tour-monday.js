/** The first part: two colleagues and their Monday. */
export function mondaySteps({ tour, ward, onDraft, onCurtain }) {
  const [one, other] = ward.eyes;
  const me = ward.isWide ? one : ward.person;
  const colleague = me === one ? other : one;
  const { invited } = tour;
  const isInvitedShown = invited === null || ward.shown.includes(invited.id);
  const write = () => {
    ward.focus(ward.eyes.indexOf(me));
    onDraft({ person: me, text: `/buddy @${ward.nameOf(colleague)}` });
  };
  const lookAtInvited = () => ward.look(ward.isWide ? 1 : ward.active, invited.id);
  return [
    {
      title: `Ask a colleague`,
      words: `You are ${ward.nameOf(me)}. Write /buddy @${ward.nameOf(colleague)} and send it.`,
      action: { label: 'Write it for me', act: write },
    },
    {
      title: 'Say yes',
      words: isInvitedShown
        ? `${invited === null ? 'The other one' : invited.name} has the invitation. Press Accept: both have to agree.`
        : `The invitation is with ${invited.name}. Look through those eyes and accept.`,
      action: isInvitedShown ? null : { label: `Show ${invited.name}`, act: lookAtInvited },
    },
    {
      title: 'Let it become Monday',
      words: 'Each gets two questions at nine, by their own clock.',
      action: { label: 'Next Monday', act: () => ward.travel('monday') },
    },
    {
      title: 'Check in',
      words: 'They talked; ninety seconds was enough. Press “We checked in” on either side.',
    },
    {
      title: 'Look behind the curtain',
      words: 'Exactly what is held about each of them, row by row.',
      action: { label: 'Look behind the curtain', act: onCurtain },
    },
    {
      title: 'That was a Monday',
      words: 'Try pausing, or /buddy forget me. Or see the other side: Sunday night, as administrator.',
      action: { label: 'Sunday night', act: tour.goOn },
      also: { label: 'Done', act: tour.dismiss },
    },
  ];
}
