import type { Effect } from './effect.ts';
import type { Language } from './language.ts';

/** Says of an answer which language it's in, for the few words that a platform adds. */
export function spokenIn(effect: Effect, language: Language): Effect {
  switch (effect.type) {
    case 'reply':
    case 'replace':
      return { ...effect, card: { ...effect.card, language } };
    case 'open-form':
    case 'form-errors':
      return { ...effect, form: { ...effect.form, language } };
    case 'view':
      return { ...effect, view: { ...effect.view, language } };
    default:
      return unknownEffect(effect);
  }
}

function unknownEffect(effect: never): never {
  throw new Error(`nobody knows the language of ${JSON.stringify(effect)}`);
}
