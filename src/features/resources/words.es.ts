import type { Translated } from '../../chat/translated.ts';
import type { words as en } from './words.en.ts';

export const words: Translated<typeof en> = {
  heading: 'Busca apoyo ahora',
  notSafe: 'Si estás en peligro, o no puede esperar, habla con una persona ahora:',
  cannotWait: 'Si estás en peligro, o no puede esperar: ',
  notMonitored: 'Nadie vigila Buddy, así que no es para emergencias. En estas líneas contestan personas.',
  howToReach: (ways) => ways.join(' · '),
  lastVerified: (date) => `Última verificación: ${longDate(date)}.`,
  notVerifiedHere: 'Tu hospital todavía no lo ha verificado.',
  closedNow: (opens) => `Cerrado en este momento. Abre el ${opens}, en tu hora.`,
  otherGuides: 'Para leer más',
};

/** "1 de noviembre de 2026" for "2026-11-01". */
function longDate(date: string): string {
  const parts = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('es-US', parts).format(Date.parse(date));
}
