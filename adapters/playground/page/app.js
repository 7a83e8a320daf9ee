import { Chat } from './chat.js';
import { ClockBar } from './clock.js';
import { focusFirst, isFocusLost } from './focus.js';
import { Header } from './header.js';
import { useLater, withStyle } from './later.js';
import { Tour } from './tour.js';
import { useTour } from './tour-progress.js';
import { html, useCallback, useEffect, useRef, useState } from './vendor/preact.js';
import { useWard } from './ward.js';

export function App({ ward }) {
  useWard(ward);
  const [isOpen, setOpen] = useState(false);
  const [isResetting, setResetting] = useState(false);
  const [opened, setOpened] = useState(null);
  const [draft, setDraft] = useState(null);
  const curtainButton = useRef(null);
  const curtain = useLater(ward, isOpen, () => withStyle('curtain', import('./curtain.js')));
  const opener = useLater(ward, opened !== null, () => withStyle('form', import('./opened.js')));
  const dialogs = useLater(ward, isResetting, () => withStyle('form', import('./dialog.js')));
  const tour = useTour(ward, isOpen);
  useTourFocus(tour.isVisible);
  const closeCurtain = useCallback(() => {
    setOpen(false);
    curtainButton.current?.focus();
  }, []);
  useEffect(() => {
    const onKey = (event) => {
      const isElsewhere =
        event.target.matches('input, select, textarea') || document.querySelector('dialog[open]');
      if (event.key === 'Escape' && isOpen && !event.defaultPrevented && !isElsewhere) closeCurtain();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [isOpen]);

  if (ward.state === undefined) {
    return html`<main class="waiting"><p role="status">${ward.away ?? ward.notice ?? 'The ward is waking up.'}</p></main>`;
  }
  /** What was done may ask for more: then a form or a view opens. */
  const follow = (person, answer) => {
    if (answer?.form ?? answer?.view) setOpened({ person, form: answer.form, view: answer.view });
    return answer;
  };
  const press = async (person, message, button) => follow(person, await ward.press(person, message, button));
  const say = async (person, text) => follow(person, await ward.say(person, text));
  const goOn = (answer) => {
    setOpened(null);
    follow(opened.person, answer);
  };
  const reset = async () => {
    setResetting(false);
    if ((await ward.reset()) !== undefined) tour.restart();
  };
  return html`<div class=${`app ${isOpen ? 'with-curtain' : ''}`}>
    <a class="skip" href="#chats">Skip to the chat</a>
    <${Header} ward=${ward} isOpen=${isOpen} curtainButton=${curtainButton} tour=${tour}
      onCurtain=${() => (isOpen ? closeCurtain() : setOpen(true))} onReset=${() => setResetting(true)} />
    <${ClockBar} ward=${ward} />
    <${Notices} ward=${ward} />
    <main id="chats" class="chats" tabindex="-1">
      ${ward.shown.map((person, index) => {
        const pane = ward.isWide ? index : ward.active;
        return html`<${Chat} key=${pane} ward=${ward} pane=${pane} person=${person} onPress=${press} onSay=${say} onSunday=${tour.goOn} draft=${draft?.person === person ? draft : null} />`;
      })}
    </main>
    ${isOpen && curtain !== null && html`<${curtain.Curtain} ward=${ward} onClose=${closeCurtain} />`}
    <${Tour} tour=${tour} ward=${ward} onDraft=${setDraft} onCurtain=${() => setOpen(true)} />
    ${opened !== null && opener !== null && html`<${opener.Opened} ward=${ward} opened=${opened} onNext=${goOn} />`}
    ${
      isResetting &&
      dialogs !== null &&
      html`<${dialogs.Confirm} title="Back to the beginning?" yes="Start over" onYes=${reset} onClose=${() => setResetting(false)}
        sentence="The ward forgets everything that happened here, and the clock goes back to where it started." />`
    }
  </div>`;
}

/** The tour and the button that opens it take turns: pressing one leads to the other. */
function useTourFocus(isVisible) {
  const was = useRef(isVisible);
  useEffect(() => {
    if (was.current !== isVisible && isFocusLost())
      focusFirst(...['.tour', '.tour-button', '.menu-button'].map((one) => document.querySelector(one)));
    was.current = isVisible;
  }, [isVisible]);
}

function Notices({ ward }) {
  const close = () => {
    document.querySelector('#chats').focus();
    ward.dismissNotice();
  };
  return html`<div class="notices" aria-live="polite">
    ${(ward.away !== null || !ward.isLinked) && html`<p class="notice quiet-notice">${ward.away ?? 'The connection dropped. It comes back by itself.'}</p>`}
    ${
      ward.notice !== null &&
      html`<p class="notice">
        <span>${ward.notice}</span>
        <button type="button" class="button plain" onClick=${close}>Close</button>
      </p>`
    }
  </div>`;
}
