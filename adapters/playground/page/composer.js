import { useLater } from './later.js';
import { Icon } from './marks.js';
import { html, useEffect, useRef, useState } from './vendor/preact.js';

/** Where one writes to Buddy: completes commands and names, and remembers what was sent. */
export function Composer({ ward, name, state, pane, draft, onSay }) {
  const { person, people, messages } = state;
  const { commands } = ward;
  const input = useRef(null);
  const [text, setText] = useState('');
  const [caret, setCaret] = useState(0);
  const [isClosed, setClosed] = useState(true);
  const [at, setAt] = useState(-1);
  const [past, setPast] = useState(null);
  const [isEntered, setEntered] = useState(false);
  const completion = useLater(ward, isEntered, () => import('./completion.js'));
  const found = isClosed
    ? null
    : (completion?.completionsFor({ text, caret, commands, people, person }) ?? null);
  const chosen = found === null ? null : (found.offers[at === -1 && found.isEager ? 0 : at] ?? null);
  const listId = `offers-${pane}`;

  useEffect(() => {
    if (draft === null) return;
    put(draft.text);
    setClosed(true);
  }, [draft]);
  useEffect(() => {
    if (chosen !== null)
      document
        .getElementById(`${listId}-${found.offers.indexOf(chosen)}`)
        ?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const put = (words) => {
    setText(words);
    setCaret(words.length);
    setAt(-1);
    input.current.focus();
    requestAnimationFrame(() => input.current?.setSelectionRange(words.length, words.length));
  };
  const take = (offer) => {
    put(text.slice(0, found.from) + offer.insert);
    setClosed(!offer.insert.endsWith('@'));
  };
  const send = async () => {
    const words = text.trim();
    if (words === '') return;
    setText('');
    setClosed(true);
    setPast(null);
    if ((await onSay(words)) === undefined) setText(words);
  };
  const recall = (step) => {
    const said = messages.filter((one) => one.from === 'you' && one.text).map((one) => one.text);
    const next = (past ?? said.length) + step;
    if (said.length === 0 || next < 0) return;
    setPast(next < said.length ? next : null);
    setClosed(true);
    put(said[next] ?? '');
  };
  const onInput = (event) => {
    setText(event.target.value);
    setCaret(event.target.selectionStart);
    setClosed(false);
    setAt(-1);
    setPast(null);
  };
  const onKey = (event) => {
    const { key } = event;
    if (event.isComposing) return;
    if (found !== null && (key === 'ArrowDown' || key === 'ArrowUp')) {
      const from = found.offers.indexOf(chosen);
      const { length } = found.offers;
      setAt(key === 'ArrowDown' ? (from + 1) % length : (Math.max(from, 0) + length - 1) % length);
    } else if (found !== null && key === 'Tab' && !event.shiftKey) take(chosen ?? found.offers[0]);
    else if (found !== null && key === 'Escape') setClosed(true);
    else if (key === 'Enter') chosen === null ? send() : take(chosen);
    else if ((key === 'ArrowUp' || key === 'ArrowDown') && (text === '' || past !== null))
      recall(key === 'ArrowUp' ? -1 : 1);
    else return;
    event.preventDefault();
  };
  return html`<form class="composer" onSubmit=${(event) => {
    event.preventDefault();
    send();
  }}>
    ${found !== null && html`<${completion.Offers} id=${listId} offers=${found.offers} chosen=${chosen} onTake=${take} />`}
    <label class="unseen" for=${`say-${pane}`}>Write to Buddy as ${name}</label>
    <input ref=${input} id=${`say-${pane}`} class="say" type="text" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="500" placeholder="A command, or @ and a name"
      role="combobox" aria-autocomplete="list" aria-expanded=${found !== null} aria-controls=${listId} aria-activedescendant=${chosen === null ? undefined : `${listId}-${found.offers.indexOf(chosen)}`}
      value=${text} onInput=${onInput} onKeyDown=${onKey} onFocus=${() => setEntered(true)} onBlur=${() => setClosed(true)} />
    <button type="submit" class="button primary icon-button" aria-label="Send"><${Icon} name="send" /></button>
  </form>`;
}
