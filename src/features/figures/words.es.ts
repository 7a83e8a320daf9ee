import type { Translated } from '../../chat/translated.ts';
import type { Outcome } from './release.ts';
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
  platforms: { slack: 'Slack', teams: 'Teams', playground: 'la demostración' },
  cadences: { weekly: 'cada semana', fortnightly: 'cada dos semanas', monthly: 'una vez al mes' },
  heading: 'Cifras',
  eligible: (members) => `Le tocaba a unas ${members} personas. De ellas:`,
  line: (members, what) => `unas ${members} ${what}`,
  together: (members) => `unas ${members} por otros motivos, que no se muestran uno por uno`,
  onPlatform: (platform, sent, due) =>
    `En ${platform}: unas ${sent} de unas ${due} recibieron sus preguntas.`,
  nearlyAll: (what, smallest) =>
    `Todas las personas menos ${smallest - 1}, como mucho: ${what}. Puede que sean todas.`,
  tooFew: 'No se muestra nada: señalaría a muy pocas personas.',
  underWay: 'Esta semana todavía no termina en todas partes. Verás cómo fue cuando termine. Hasta ahora:',
  progress: {
    sent: 'recibieron sus preguntas',
    failed: 'no pudieron recibirlas',
    waiting: 'esperan sus preguntas',
  },
  atLeast: (members, what) => `Al menos ${members} ${what}`,
  fewerThan: (smallest, what) => `Menos de ${smallest}, o nadie: ${what}`,
  checkins: {
    share: (percent) => `Más o menos el ${percent} % de las parejas marcó que hablaron.`,
    nearlyAll: 'Casi todas las parejas marcaron que hablaron.',
    few: 'Pocas parejas, o ninguna, marcaron que hablaron.',
  },
  checkinsChart: {
    title: 'Parejas que marcaron que hablaron',
    columns: ['Semana del', 'Parejas'],
    share: (percent) => `${percent} %`,
    nearlyAll: 'casi todas',
    few: 'pocas o ninguna',
    notShown: 'no se muestra',
  },
  checkinsWithheld: 'No se muestra cuántas parejas marcaron que hablaron: señalaría a muy pocas personas.',
  quarter: (quarter) => `Trimestre: ${quarter}`,
  members: (members) => `Al cierre participaban unas ${members} personas.`,
  pairs: (pairs) => `Formaban unas ${pairs} parejas.`,
  pairsWithheld: 'No se muestra cuántas parejas formaban: señalaría a muy pocas personas.',
  started: (pairs) => `En él empezaron unas ${pairs} parejas.`,
  startedWithheld: 'No se muestra cuántas parejas empezaron: señalaría a muy pocas personas.',
  invited: {
    share: (percent) => `Más o menos el ${percent} % empezó con una invitación y el resto con un código.`,
    nearlyAll: 'Casi todas empezaron con una invitación.',
    few: 'Casi todas empezaron con un código.',
  },
  cadence: (members, how) => `Unas ${members} tenían su lunes ${how}.`,
  group: (name, count) => `${name}: unas ${count}`,
  professions: {
    heading: (members) => `Por profesión, de unas ${members} personas:`,
    none: 'No la dijeron',
    nearlyAll: (name, smallest) => `Todas menos ${smallest - 1}, como mucho: ${name}. Puede que sean todas.`,
    together: (members) => `Otras, que no se muestran una por una: unas ${members}`,
  },
  pulse: {
    quarter: (quarter) => `El pulso del ${quarter}`,
    feeling: (answers) => `Cómo se siente la gente en el trabajo estos días, en unas ${answers} respuestas:`,
    weighs: (answers) => `Lo que más pesa, en unas ${answers} respuestas:`,
    nearlyAll: (name, smallest) => `Todas menos ${smallest - 1}, como mucho: ${name}. Puede que sean todas.`,
    together: (answers) => `Otras respuestas, que no se muestran una por una: unas ${answers}`,
    feelingWithheld: 'No se muestra cómo se siente la gente: señalaría a muy pocas personas.',
    weighsWithheld: 'No se muestra lo que más pesa: señalaría a muy pocas personas.',
  },
  stillTogetherHeading: 'Parejas que siguen juntas',
  halfYear: (halfYear) => `Empezaron en ${halfYear}`,
  stillTogether: (months, percent) => `El ${percent} % a los ${months} meses.`,
  'as-before': (months) => `Casi todas a los ${months} meses.`,
  asManyAsBefore: (months) => `Casi tantas a los ${months} meses.`,
  few: (months) => `Pocas o ninguna a los ${months} meses.`,
  togetherWithheld: (months) => `A los ${months} meses no se muestra: son muy pocas parejas.`,
  support: 'Apoyo entre colegas, en grupos de al menos once',
  none: 'Todavía no ha pasado ningún lunes.',
  sums: (smallest) =>
    `Solo totales redondeados, y ninguno de menos de ${smallest} personas. Nunca dicen quién.`,
  notYours: 'Esa parte es para quienes administran Buddy aquí.',
};
