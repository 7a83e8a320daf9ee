// The playground's HTTP API. Every failure becomes a Fault whose message is one sentence for the person on screen.

export class Fault extends Error {}

/** Nobody answered at all: it passes by itself, once someone does. */
export class Away extends Fault {}

export const getState = (person) => get(`/playground/state?person=${encodeURIComponent(person ?? '')}`);
export const getHeld = (person) => get(`/playground/held?person=${encodeURIComponent(person)}`);
export const getAccount = () => get('/playground/account');
export const getGallery = (language) =>
  get(`/playground/gallery.json?language=${encodeURIComponent(language)}`);

export const say = (person, text) => post('say', { person, text });
export const press = (person, message, button) => post('press', { person, message, button });
export const submit = (person, form, answers) => post('submit', { person, form, answers });
export const closeView = (person) => post('close', { person });
export const travel = (person, step) => post('travel', { person, step });
export const setFault = (fault) => post('fault', { fault });
export const passHalfYear = () => post('half-year', {});
export const reset = () => post('reset', {});

/** Calls `onChange` whenever something happened, and `onLink` with whether the line is up. Returns how to stop. */
export function listen(person, onChange, onLink) {
  const source = new EventSource(`/playground/live?person=${encodeURIComponent(person)}`);
  for (const name of ['changed', 'clock']) source.addEventListener(name, onChange);
  source.addEventListener('open', () => onLink(true));
  source.addEventListener('error', () => onLink(false, source.readyState === EventSource.CLOSED));
  return () => source.close();
}

function get(path) {
  return ask(path, { headers: { accept: 'application/json' } });
}

function post(name, body) {
  return ask(`/playground/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function ask(path, request) {
  let response;
  try {
    response = await fetch(path, request);
  } catch {
    throw new Away('The playground does not answer. Is it still running?');
  }
  const text = await response.text();
  const answer = parse(text);
  if (!response.ok) throw new Fault(sentenceIn(answer) ?? `The playground answered ${response.status}.`);
  return answer;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function sentenceIn(answer) {
  const sentence = answer?.error ?? answer?.message;
  return typeof sentence === 'string' && sentence !== '' ? sentence : null;
}
