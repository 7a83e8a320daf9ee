import { isFocusLost, newestMessage } from './focus.js';
import { Icon } from './marks.js';
import { html, useEffect, useRef } from './vendor/preact.js';

/** The next thing to try, and a way to let it be done. */
export function Tour({ tour, ward, onDraft, onCurtain }) {
  const isLeaving = useRef(false);
  // What was pressed here may be gone with the step it belonged to: on to where that step led.
  useEffect(() => {
    const newest = newestMessage();
    if (!isLeaving.current || newest === null) return;
    if (isFocusLost()) newest.focus();
    if (document.activeElement.closest('.tour') === null) isLeaving.current = false;
  });
  if (!tour.isVisible) return null;
  const { title, words, action } = stepsOf({ tour, ward, onDraft, onCurtain })[tour.step];
  const isDone = tour.step === 5;
  const act = () => {
    isLeaving.current = true;
    action.act();
  };
  return html`<aside class="tour" aria-label="Tour" tabindex="-1">
    <div class="tour-words" role="status">
      <p class="tour-title"><span class="tour-count">${isDone ? html`<${Icon} name="check" />` : `${tour.step + 1} of 5`}</span>${title}</p>
      <p class="tour-text">${words}</p>
    </div>
    <div class="tour-buttons">
      ${action && html`<button type="button" class="button primary" onClick=${act}>${action.label}</button>`}
      ${!isDone && html`<button type="button" class="button plain icon-button" aria-label="Close the tour" onClick=${tour.dismiss}><${Icon} name="close" /></button>`}
    </div>
  </aside>`;
}

function stepsOf({ tour, ward, onDraft, onCurtain }) {
  const [one, other] = ward.eyes;
  const me = ward.isWide ? one : ward.person;
  const colleague = me === one ? other : one;
  const invited = tour.invited;
  const isInvitedShown = invited === null || ward.shown.includes(invited.id);
  const write = () => {
    ward.focus(ward.eyes.indexOf(me));
    onDraft({ person: me, text: `/buddy @${ward.nameOf(colleague)}` });
  };
  const lookAtInvited = () => ward.look(ward.isWide ? 1 : ward.active, invited.id);
  const openCurtain = { label: 'Look behind the curtain', act: onCurtain };
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
      action: openCurtain,
    },
    {
      title: 'That was a Monday',
      words: 'Try saying not now, pausing, /buddy forget me, or deliveries that fail.',
      action: { label: 'Done', act: tour.dismiss },
    },
  ];
}
