import type { Translated } from '../../chat/translated.ts';
import type { Outcome } from './rules.ts';
import type { words as en } from './words.en.ts';

/** Why a nudge did or didn't arrive, as an administrator reads it. */
const outcomes: Record<Outcome, string> = {
  sent: 'recibieron sus preguntas',
  paused: 'estaban en pausa',
  unpaired: 'no tenían buddy',
  unreachable: 'sin poder recibirlas (bloqueo o cuenta cerrada)',
  failed: 'sin envío por otro motivo',
  missed: 'sin envío a tiempo',
};

export const words: Translated<typeof en> = {
  outcomes,
  heading: 'Cómo fueron los últimos lunes',
  week: (week, day) => `${day} (${week})`,
  eligible: (members) => `Le tocaba a ${members} participantes. De esas personas:`,
  line: (members, what) => `${members} ${what}`,
  together: (members) => `${members} por otros motivos, que no se muestran uno por uno`,
  nearlyAll: (what, smallest) =>
    `Todas las personas menos ${smallest}, como mucho: ${what}. Puede que sean todas.`,
  tooFew: (smallest) => `No se muestra nada: serían menos de ${smallest} personas.`,
  underWay: 'Esta semana todavía no termina en todas partes. Verás cómo fue cuando termine. Hasta ahora:',
  progress: {
    sent: 'recibieron sus preguntas',
    failed: 'no pudieron recibirlas',
    waiting: 'esperan sus preguntas',
  },
  atLeast: (members, what) => `Al menos ${members} ${what}`,
  fewerThan: (smallest, what) => `Menos de ${smallest}, o nadie: ${what}`,
  pairs: (pairs) => `${pairs} parejas marcaron que hablaron.`,
  pairsWithheld: 'No se muestra cuántas parejas hablaron: el número señalaría a muy pocas personas.',
  support: 'Apoyo entre colegas, en grupos de al menos once',
  none: 'Todavía no ha pasado ningún lunes.',
  sums: (smallest) => `Solo totales, y ninguno de menos de ${smallest} personas. Nadie puede ver quién.`,
  notYours: 'Esa parte es para quienes administran Buddy aquí.',
};
