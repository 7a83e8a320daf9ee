import { Icon } from './marks.js';
import { clockTime, longDay, placeOf, shortDay, skyAt } from './time.js';
import { html } from './vendor/preact.js';

const steps = [
  { step: 'hour', label: '+1 hour', short: '+1 h' },
  { step: 'tomorrow', label: 'Tomorrow', short: 'Tomorrow' },
  { step: 'monday', label: 'Next Monday, 9 AM', short: 'Mon 9 AM' },
  { step: 'week', label: '+1 week', short: '+1 wk' },
];
const skies = { night: 'moon', dawn: 'horizon', day: 'sun', dusk: 'horizon' };

/** What time it is for the person in front, and the ways forward. Time only goes forward, as on any ward. */
export function ClockBar({ ward }) {
  const { now } = ward.state;
  const person = ward.people.find((one) => one.id === ward.person);
  if (person === undefined) return null;
  const sky = skyAt(now, person.timeZone);
  return html`<section class=${`clock sky-${sky}`} aria-label="The clock" aria-busy=${ward.isTravelling}>
    <p class="clock-time" aria-live=${ward.isTravelling ? 'off' : 'polite'}>
      <${Icon} name=${skies[sky]} />
      <time class="clock-now" datetime=${new Date(now).toISOString()}>${clockTime(now, person.timeZone)}</time>
      <span class="clock-day"><span class="long">${longDay(now, person.timeZone)}</span><span class="short">${shortDay(now, person.timeZone)}</span></span>
      <span class="clock-who">for ${person.name}, ${placeOf(person.timeZone)}</span>
    </p>
    <div class="clock-steps" role="group" aria-label="Let time pass">
      ${steps.map(
        ({ step, label, short }) =>
          html`<button type="button" class="button" data-step=${step} aria-disabled=${ward.isTravelling} onClick=${() => ward.travel(step)}>
            <span class="long">${label}</span><span class="short">${short}</span>
          </button>`,
      )}
    </div>
    <div class=${`progress ${ward.isTravelling ? 'is-on' : ''}`}></div>
    <p class="unseen" role="status">${ward.isTravelling ? 'Time is passing.' : ''}</p>
  </section>`;
}
