import type { Language } from '../../chat/language.ts';
import { reckon } from './reckon.ts';
import { replacing } from './sources.ts';
import { wordsFor } from './words.ts';

/** The page's script: it reads the form, reckons, and writes what comes of it. It asks nobody anything and keeps nothing. */
export function script(language: Language): string {
  const { result } = wordsFor({ language });
  const words = {
    fillIn: result.fillIn,
    upsideDown: result.upsideDown,
    range: result.range('{low}', '{high}'),
    ofDepartures: result.ofDepartures('{low}', '{high}', '{lowShare}', '{highShare}'),
  };
  const locale = language === 'es' ? 'es-US' : 'en-US';
  return `
const reckon = ${reckon.toString()};
const words = ${inScript(words)};
const replacing = ${inScript(replacing)};
const form = document.querySelector('form');
const money = new Intl.NumberFormat('${locale}', { style: 'currency', currency: 'USD', maximumSignificantDigits: 3 });
const count = new Intl.NumberFormat('${locale}', { maximumFractionDigits: 1 });
const said = (pattern, parts) => pattern.replace(/{(\\w+)}/g, (_, name) => parts[name]);
const show = (name, text) => { document.getElementById(name).textContent = text; };
const range = (of, write) => said(words.range, { low: write(of[0]), high: write(of[1]) });
const signed = new Intl.NumberFormat('${locale}', { style: 'currency', currency: 'USD', maximumSignificantDigits: 3, signDisplay: 'exceptZero' });
function update() {
  const typed = [...form.querySelectorAll('input')].map(({ name, value, valueAsNumber }) => [name, value === '' ? NaN : valueAsNumber]);
  const numbers = Object.fromEntries(typed);
  const isMissing = typed.some(([, number]) => !(number >= 0)) || !(numbers.replacingLow > 0) || !(numbers.clinicians * numbers.turnover > 0);
  const isUpsideDown = numbers.replacingLow > numbers.replacingHigh || numbers.preventedLow > numbers.preventedHigh;
  document.getElementById('results').hidden = isMissing || isUpsideDown;
  show('missing', isMissing ? words.fillIn : isUpsideDown ? words.upsideDown : '');
  if (isMissing || isUpsideDown) return;
  const of = reckon(numbers);
  show('departures', count.format(Math.round(of.departures)));
  show('turnoverCost', range(of.turnoverCost, money.format));
  show('programCost', money.format(of.programCost));
  const [lowShare, highShare] = of.breakEvenShare.map((share) => count.format(share) + '%');
  const [low, high] = of.breakEven.map((departures) => count.format(departures));
  show('breakEven', said(words.ofDepartures, { low, high, lowShare, highShare }));
  show('left', range(of.left, signed.format));
}
form.addEventListener('input', update);
form.addEventListener('submit', (event) => event.preventDefault());
for (const button of form.querySelectorAll('button')) button.addEventListener('click', () => {
  form.elements.replacingLow.value = replacing[button.name].low;
  form.elements.replacingHigh.value = replacing[button.name].high;
  update();
});
update();
`;
}

/** As JSON that can't end the script it stands in. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
