import { html } from './vendor/preact.js';

const names = { en: 'English', es: 'Español' };

/** What language someone's account is set to, which the platform tells Buddy of; a press sets it to the other one. */
export function LanguageSwitch({ ward, person }) {
  const { name, language } = ward.people.find((one) => one.id === person);
  const other = language === 'en' ? 'es' : 'en';
  const code = language.toUpperCase();
  return html`<button type="button" class="language" aria-label=${`${code}: ${name}’s account is in ${names[language]}. Set it to ${names[other]}`} onClick=${() => ward.setLanguage(person, other)}>${code}</button>`;
}
