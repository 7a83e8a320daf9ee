import { CardView } from './card.js';
import { FirstWords } from './first-words.js';
import { BuddyMark, Icon } from './marks.js';
import { clockTime, longDay } from './time.js';
import { html, useEffect, useLayoutEffect, useRef, useState } from './vendor/preact.js';

const nearPx = 60;

/** The chat from its first message to its newest; it follows the newest while that is in view, and shows what a press brings. */
export function Messages({ state, name, pane, isFirst, onPress, onSay, onSunday }) {
  const view = useRef(null);
  const isFollowing = useRef(true);
  const known = useRef(new Set());
  const pressed = useRef(null);
  const awaitsAnswer = useRef(false);
  const [hasMore, setMore] = useState(false);
  const { messages } = state;
  const me = state.people.find((one) => one.id === state.person);
  const zone = me.timeZone;

  useLayoutEffect(() => {
    const added = messages.filter(({ id }) => !known.current.has(id));
    const isFirst = known.current.size === 0;
    known.current = new Set(messages.map(({ id }) => id));
    const mine = awaitsAnswer.current || added.some(({ from }) => from === 'you');
    if (added.length > 0 && (isFollowing.current || mine)) {
      show(view.current, isFirst ? messages.at(-1) : added[0]);
      awaitsAnswer.current = false;
    } else if (added.length > 0) setMore(true);
    if (pressed.current !== null && document.activeElement === document.body) {
      view.current
        .querySelector(`[data-message="${CSS.escape(pressed.current)}"]`)
        ?.focus({ preventScroll: true });
      pressed.current = null;
    }
  }, [messages]);
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      if (isFollowing.current) show(view.current, messages.at(-1));
    });
    observer.observe(view.current);
    return () => observer.disconnect();
  }, [messages]);

  const onScroll = () => {
    isFollowing.current = isAtEnd(view.current);
    if (isFollowing.current) setMore(false);
  };
  const showNewest = () => {
    show(view.current, messages.at(-1));
    view.current.focus({ preventScroll: true });
  };
  const press = (message, button) => {
    pressed.current = message;
    awaitsAnswer.current = true;
    onPress(message, button);
  };
  return html`<div class="messages-frame">
    <div ref=${view} class="messages" role="log" aria-live="polite" aria-relevant="additions" aria-label=${`Messages to ${name}`} tabindex="0" onScroll=${onScroll}>
      ${messages.length === 0 && html`<${FirstWords} name=${name} isFirst=${isFirst} isAdministrator=${me.isAdministrator && !state.halfYear.isOver} onSay=${onSay} onSunday=${onSunday} />`}
      ${messages.flatMap((message, index) => {
        const day = longDay(message.at, zone);
        const isNewDay = index === 0 || longDay(messages[index - 1].at, zone) !== day;
        const line = html`<${Message} key=${message.id} message=${message} zone=${zone} pane=${pane} onPress=${press} />`;
        return isNewDay
          ? [html`<p key=${`day ${day} ${message.id}`} class="day"><span>${day}</span></p>`, line]
          : [line];
      })}
    </div>
    ${hasMore && html`<button type="button" class="button more-below" onClick=${showNewest}>New messages<${Icon} name="chevron" /></button>`}
  </div>`;
}

function Message({ message, zone, pane, onPress }) {
  const { id, at, from, card, text } = message;
  const time = html`<time datetime=${new Date(at).toISOString()}>${clockTime(at, zone)}</time>`;
  if (from === 'you') {
    return html`<article class="message mine" data-message=${id} tabindex="-1">
      <p class="mine-text"><span class="unseen">You wrote: </span>${text}</p>
      ${time}
    </article>`;
  }
  return html`<article class=${`message buddys ${message.private ? 'private' : ''}`} data-message=${id} tabindex="-1">
    <${BuddyMark} />
    <div class="message-main">
      <p class="message-line">
        <span class="author">Buddy</span>
        ${time}
        ${message.edited && html`<span class="edited">edited</span>`}
        ${message.private && html`<span class="only-you"><${Icon} name="eye" />Only you see this</span>`}
      </p>
      <div class="bubble">
        ${card === null ? html`<p class="text">${text}</p>` : html`<${CardView} card=${card} idPrefix=${`card-${pane}-${id}`} onPress=${(button) => onPress(id, button)} />`}
      </div>
    </div>
  </article>`;
}

/** Brings a message's first line into view, and its end as far as there is room. */
function show(view, message) {
  if (message === undefined) return;
  const line = view.querySelector(`[data-message="${CSS.escape(message.id)}"]`);
  if (line !== null) view.scrollTop = line.offsetTop - 16;
}

/** At the end, or where the newest message begins. */
function isAtEnd(view) {
  const isEnd = view.scrollHeight - view.scrollTop - view.clientHeight < nearPx;
  const newest = view.lastElementChild;
  return isEnd || Math.abs(newest.offsetTop - 16 - view.scrollTop) < nearPx;
}
