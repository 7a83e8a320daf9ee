import { html } from './vendor/preact.js';

const names = { en: 'English', es: 'Español' };

/** What language someone's account is set to, which the platform tells Buddy of; a press sets it to the other one. */
export function LanguageSwitch({ ward, person, isInMenu }) {
  const { name, language } = ward.people.find((one) => one.id === person);
  const other = language === 'en' ? 'es' : 'en';
  const set = () => ward.setLanguage(person, other);
  const said = `${name}’s account: ${names[language]}`;
  if (isInMenu) return html`<button type="button" class="button plain" onClick=${set}>${said}</button>`;
  const code = language.toUpperCase();
  return html`<button type="button" class="language" aria-label=${`${code}. ${said}`} onClick=${set}>${code}</button>`;
}
