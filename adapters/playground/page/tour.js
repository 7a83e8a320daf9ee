import { focusFirst, isFocusLost, newestMessage } from './focus.js';
import { useLater } from './later.js';
import { Icon } from './marks.js';
import { mondaySteps } from './tour-monday.js';
import { html, useEffect, useRef } from './vendor/preact.js';

/** The next thing to try, and a way to let it be done. */
export function Tour({ tour, ward, onDraft, onCurtain }) {
  const isLeaving = useRef(false);
  // What was pressed here may be gone with the step it belonged to: on to where that step led.
  useEffect(() => {
    const newest = newestMessage();
    const isLoading = newest === null && ward.states[ward.person] === undefined;
    if (!isLeaving.current || isLoading) return;
    if (isFocusLost()) focusFirst(newest, document.querySelector('.tour'));
    if (document.activeElement.closest('.tour') === null) isLeaving.current = false;
  });
  const isSunday = tour.part === 'sunday';
  const sunday = useLater(ward, isSunday, () => import('./tour-sunday.js'));
  const stepsOf = { monday: mondaySteps, sunday: sunday?.sundaySteps, shift: tour.shiftSteps }[tour.part];
  if (!tour.isVisible || stepsOf === undefined) return null;
  const steps = stepsOf({ tour, ward, onDraft, onCurtain });
  const { title, words, action, also } = steps[tour.step];
  const count = steps.length - 1;
  const isDone = tour.step === count;
  const act = () => {
    isLeaving.current = true;
    action.act();
  };
  return html`<aside class="tour" aria-label="Tour" tabindex="-1">
    <div class="tour-words" role="status">
      <p class="tour-title"><span class="tour-count">${isDone ? html`<${Icon} name="check" />` : `${tour.step + 1} of ${count}`}</span>${title}</p>
      <p class="tour-text">${words}</p>
    </div>
    ${sunday && html`<${sunday.Weeks} halfYear=${ward.state.halfYear} />`}
    <div class="tour-buttons">
      ${action && html`<button type="button" class="button primary" onClick=${act}>${action.label}</button>`}
      ${also && html`<button type="button" class="button plain" onClick=${also.act}>${also.label}</button>`}
      ${!isDone && html`<button type="button" class="button plain icon-button" aria-label="Close the tour" onClick=${tour.dismiss}><${Icon} name="close" /></button>`}
    </div>
  </aside>`;
}
