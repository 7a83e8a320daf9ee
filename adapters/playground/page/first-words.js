import { BuddyMark } from './marks.js';
import { html } from './vendor/preact.js';

/** An empty chat, and what one could begin with. The first one on screen says what Buddy is. */
export function FirstWords({ name, isFirst, isAdministrator, onSay, onSunday }) {
  return html`<div class="first-words">
    ${
      isFirst
        ? html`<${TwoUnderALamp} />
            <p class="what-it-is">Buddy is a chat bot for people who work in a hospital: you pick a colleague, you both say yes, and every Monday you both get two questions to talk over.</p>`
        : html`<${BuddyMark} />`
    }
    <p>Nothing here yet. This is what ${name} sees of Buddy.${isAdministrator && ' To see an administrator’s work, there has to be a hospital first.'}</p>
    <div class="buttons">
      ${isAdministrator && html`<button type="button" class="button primary" onClick=${onSunday}>Sunday night, as administrator</button>`}
      <button type="button" class="button" onClick=${() => onSay('/buddy help')}>What can Buddy do?</button>
      <button type="button" class="button" onClick=${() => onSay('/buddy pair')}>Who could I ask?</button>
    </div>
  </div>`;
}

/** Two colleagues with their coffee at a table, at night. */
function TwoUnderALamp() {
  return html`<svg class="scene" viewBox="0 0 340 168" role="img" aria-label="Two colleagues sit at a table under a lamp at night, with a cup each, and talk.">
    <rect class="scene-night" width="340" height="168" />
    <rect class="scene-window" x="26" y="24" width="62" height="58" rx="6" />
    <circle class="scene-moon" cx="68" cy="43" r="9" />
    <path class="scene-line" d="M57 24v58M26 53h62M170 0v30" />
    <path class="scene-light" d="M146 48h48l66 92H80z" />
    <path class="scene-lamp" d="M158 30h24l14 18h-52z" />
    <circle class="scene-one" cx="112" cy="84" r="15" />
    <path class="scene-one" d="M84 140c0-24 12-38 28-38 14 0 24 10 27 26l2 12z" />
    <circle class="scene-other" cx="228" cy="84" r="15" />
    <path class="scene-other" d="M256 140c0-24-12-38-28-38-14 0-24 10-27 26l-2 12z" />
    <path class="scene-cup" d="M150 124h13v11a5 5 0 0 1-5 5h-3a5 5 0 0 1-5-5zM177 124h13v11a5 5 0 0 1-5 5h-3a5 5 0 0 1-5-5z" />
    <rect class="scene-table" x="64" y="140" width="212" height="7" rx="3.5" />
    <path class="scene-table" d="M164 147h12v21h-12z" />
  </svg>`;
}
