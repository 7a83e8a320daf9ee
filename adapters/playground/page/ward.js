import * as api from './api.js';
import { keep, recall } from './memory.js';
import { useEffect, useReducer } from './vendor/preact.js';

const eyesKey = 'playground.eyes';
const wideScreen = matchMedia('(min-width: 1000px)');

/** Everything on screen: whose eyes are looked through, and what each of them sees. */
export class Ward {
  /** Two people: both stand side by side on a wide screen, on a phone the `active` one is shown. */
  eyes = recall(eyesKey) ?? [];
  active = 0;
  states = {};
  isWide = wideScreen.matches;
  isLinked = true;
  isTravelling = false;
  /** Why the program can't be reached, in one sentence; null as soon as it answers. */
  away = null;
  /** One sentence about what went wrong, or null. */
  notice = null;
  /** Grows whenever something may have changed behind the curtain. */
  changes = 0;
  #listeners = new Set();
  #acted = new Set();
  #stopListening = () => {};
  #refreshing = null;
  #again = false;
  #soon = null;
  #asking = null;

  async start() {
    wideScreen.addEventListener('change', () => {
      this.#set({ isWide: wideScreen.matches });
      this.refresh();
    });
    await this.#attempt(() => this.#choosePeople());
    if (this.eyes.length === 0) {
      setTimeout(() => this.start(), 2000);
      return;
    }
    this.#listen();
    await this.refresh();
  }

  get shown() {
    return this.isWide ? this.eyes : this.eyes.slice(this.active, this.active + 1);
  }

  get person() {
    return this.eyes[this.active];
  }

  get people() {
    return this.state?.people ?? [];
  }

  /** What the person in front sees; until it is there, what anyone does. */
  get state() {
    return this.states[this.person] ?? Object.values(this.states)[0];
  }

  nameOf(person) {
    return this.people.find((one) => one.id === person)?.name ?? '';
  }

  look(pane, person) {
    const other = 1 - pane;
    const eyes = [...this.eyes];
    if (eyes[other] === person) eyes[other] = eyes[pane];
    eyes[pane] = person;
    keep(eyesKey, eyes);
    this.#set({ eyes, active: pane });
    this.#listen();
    return this.refresh();
  }

  focus(pane) {
    if (pane !== this.active) this.#set({ active: pane });
  }

  say = (person, text) => this.#act({ type: 'say', person, text }, () => api.say(person, text));
  press = (person, message, button) =>
    this.#act({ type: 'press', person, button }, () => api.press(person, message, button));
  submit = (person, form, answers) =>
    this.#act({ type: 'submit', person, form }, () => api.submit(person, form, answers));
  closeView = (person) => this.#attempt(() => api.closeView(person));
  setFault = (fault) => this.#act({ type: 'fault', fault }, () => api.setFault(fault));
  reset = () => this.#act({ type: 'reset' }, () => api.reset());

  travel = (step) => this.#pass({ type: 'travel', step }, () => api.travel(this.person, step));
  passHalfYear = () => this.#pass({ type: 'half-year' }, () => api.passHalfYear());

  async #pass(action, work) {
    if (this.isTravelling) return;
    this.#set({ isTravelling: true });
    await this.#act(action, work);
    this.#set({ isTravelling: false });
  }

  /** Reads again what is on screen; calls that come while it reads become one more reading. */
  refresh() {
    this.#again = true;
    this.#refreshing ??= this.#readAll().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  dismissNotice() {
    this.#set({ notice: null });
  }

  complain(notice) {
    this.#set({ notice });
  }

  onChange(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onAct(listener) {
    this.#acted.add(listener);
    return () => this.#acted.delete(listener);
  }

  async #act(action, work) {
    const answer = await this.#attempt(work);
    if (answer !== undefined) for (const listener of this.#acted) listener({ ...action, answer });
    await this.refresh();
    return answer;
  }

  /** Undefined when it failed; the sentence is then on screen. */
  async #attempt(work) {
    try {
      const answer = await work();
      if (this.notice !== null || this.away !== null) this.#set({ notice: null, away: null });
      return answer ?? null;
    } catch (fault) {
      this.#failed(fault);
      return undefined;
    }
  }

  /** While nobody answers, it's asked again and again: what is on screen would be old, and say nothing of it. */
  #failed(fault) {
    if (!(fault instanceof api.Fault)) throw fault;
    if (!(fault instanceof api.Away)) return this.#set({ notice: fault.message });
    this.#set({ away: fault.message });
    clearTimeout(this.#asking);
    this.#asking = setTimeout(() => this.refresh(), 2000);
  }

  async #choosePeople() {
    const { people } = await api.getState('');
    const known = this.eyes.filter((person) => people.some((one) => one.id === person));
    this.eyes = [...new Set([...known, ...people.map((one) => one.id)])].slice(0, 2);
  }

  async #readAll() {
    while (this.#again) {
      this.#again = false;
      try {
        const read = await Promise.all(
          this.shown.map(async (person) => [person, await api.getState(person)]),
        );
        const states = { ...this.states, ...Object.fromEntries(read) };
        this.#set({ states, away: null, changes: this.changes + 1 });
      } catch (fault) {
        this.#failed(fault);
      }
    }
  }

  #listen() {
    this.#stopListening();
    const onLink = (isLinked, isClosed) => {
      if (isLinked && !this.isLinked) this.refresh();
      this.#set({ isLinked });
      if (isClosed) setTimeout(() => this.#listen(), 2000);
    };
    const streams = this.eyes.map((person) => api.listen(person, () => this.#refreshSoon(), onLink));
    this.#stopListening = () => {
      for (const stop of streams) stop();
    };
  }

  /** What happens on both sides at once is told twice, and read once. */
  #refreshSoon() {
    this.#soon ??= setTimeout(() => {
      this.#soon = null;
      this.refresh();
    }, 40);
  }

  #set(change) {
    Object.assign(this, change);
    for (const listener of this.#listeners) listener();
  }
}

/** Draws again whenever the ward changes. */
export function useWard(ward) {
  const [, draw] = useReducer((count) => count + 1, 0);
  useEffect(() => ward.onChange(draw), [ward]);
}
