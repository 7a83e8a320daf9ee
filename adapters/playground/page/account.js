import { Avatar } from './marks.js';
import { html } from './vendor/preact.js';

const outcomes = {
  sent: { sum: 'sent', one: 'got the two questions' },
  paused: { sum: 'paused', one: 'paused: left in peace' },
  unpaired: { sum: 'unpaired', one: 'no buddy: nothing to send' },
  unreachable: { sum: 'unreachable', one: 'could not be reached: blocked' },
  failed: { sum: 'failed', one: 'failed: the log says why' },
  missed: { sum: 'missed', one: 'missed: it was too late in the week' },
  pending: { sum: 'pending', one: 'on its way, or tried again soon' },
};

/** The week's sums, which always add up, and who they are made of on this fictional ward. */
export function Account({ account, people }) {
  const parts = Object.keys(outcomes).filter((outcome) => typeof account[outcome] === 'number');
  return html`<p class="account-week">Week ${account.week}</p>
    <p class="account-sum">
      <span class="sum-part total"><strong>${account.eligible}</strong> ${account.eligible === 1 ? 'member' : 'members'}</span>
      <span class="sum-sign">=</span>
      ${parts.map(
        (outcome, index) => html`${index > 0 && html`<span class="sum-sign">+</span>`}
          <span class=${`sum-part ${account[outcome] === 0 ? 'is-zero' : ''}`}><strong>${account[outcome]}</strong> ${outcomes[outcome].sum}</span>`,
      )}
    </p>
    <p class="text">Every member is in exactly one of these, every Monday.${account.people.length > 0 && account.eligible > account.people.length && ' Below are those of the ward; the others are somewhere in the hospital.'}</p>
    ${account.people.length === 0 && html`<p class="empty">${account.eligible === 0 ? 'Nobody is a member yet.' : 'Nobody on the ward is a member yet.'} That takes a yes.</p>`}
    <ul class="account-people">
      ${account.people.map((one) => {
        const person = people.find(({ id }) => id === one.id);
        return html`<li key=${one.id}>
          ${person && html`<${Avatar} person=${person} small />`}
          <span class="who-name">${person?.name ?? one.id}</span>
          <span class=${`outcome ${one.outcome ?? 'none'}`}>${outcomes[one.outcome]?.one ?? one.outcome ?? 'not due yet'}</span>
        </li>`;
      })}
    </ul>
    <p class="text quiet">Names stand here because the ward is made up. A real administrator sees sums only, and none that speaks of fewer than eleven people.</p>
    <p class="text">For the people who lead the hospital: <${Page} to="report?language=en" says="the report" />, <${Page} to="case?language=en" says="the case for the program" />. En español: <${Page} to="report?language=es" says="el informe" />, <${Page} to="case?language=es" says="los números del programa" />.</p>`;
}

function Page({ to, says }) {
  return html`<a href=${`/playground/${to}`} target="_blank" rel="noopener">${says}</a>`;
}
