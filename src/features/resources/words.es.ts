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
  lines: {
    title: 'Líneas telefónicas',
    howTo: 'Llama a cada una, o búscala donde se publica. Luego márcala. La gente ve la fecha más reciente.',
    verified: (date) => `Revisada el ${date}.`,
    longAgo: (date) => `Revisada por última vez el ${date}. Ya hace más de seis meses.`,
    never: 'Nadie de aquí la ha revisado todavía.',
    verify: 'Funciona, la revisé hoy',
    verifyOne: (name) => `Funciona, la revisé hoy: ${name}`,
    andMore: (count) => `Y ${count} más, después de estas.`,
    more: 'Las siguientes',
    add: 'Añadir una línea propia',
    edit: 'Cambiar',
    editOne: (name) => `Cambiar: ${name}`,
    remove: 'Quitar',
    removeOne: (name) => `Quitar: ${name}`,
    all: 'Todas las líneas',
    toChange: '¿Otra de estas está mal? Está en prompts/resources.yml: pide ayuda a informática.',
    due: (count) => `Líneas por revisar: ${count}`,
    none: 'Líneas: todas revisadas',
  },
  own: {
    call: (phone) => `Llama al ${phone}`,
    callExtension: (phone, extension) => `Llama al ${phone}, extensión ${extension}`,
    extension: (extension) => `Llama a la extensión ${extension}`,
  },
  closedNow: (opens) => `Cerrado en este momento. Abre el ${opens}, en tu hora.`,
  otherGuides: 'Para leer más',
};

/** "1 de noviembre de 2026" for "2026-11-01". */
function longDate(date: string): string {
  const parts = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('es-US', parts).format(Date.parse(date));
}
