import type { Translated } from '../../chat/translated.ts';
import type { words as en } from './words.en.ts';

/** Every sentence about being and no longer being buddies. */
export const words: Translated<typeof en> = {
  youAreBuddies: (buddy) => ['Tú y ', buddy, ' ya son buddies.'],
  firstNudge: (when) =>
    `El ${when} te llegan sus primeras dos preguntas. No hace falta esperarlas: salúdense hoy.`,
  paused: 'Tus preguntas del lunes están en pausa. Empiezan cuando las reanudes.',
  pausedUntil: (day) =>
    `Tus preguntas del lunes están en pausa hasta el ${day}, y luego empiezan solas otra vez.`,
  howItGoes: 'Cómo hablar con tu buddy',
  away: 'No está disponible por un tiempo. Igual puedes escribirle tú.',

  noBuddyYet: 'Todavía no tienes un buddy aquí, así que no hay nada que terminar.',
  endWhich: '¿Con quién quieres dejar de ser buddy? Basta un toque, sin dar razones.',
  endWith: (name) => `Terminar con ${name}`,
  endSure: (buddy) => [
    '¿Quieres dejar de ser buddy de ',
    buddy,
    '? Se lo digo con amabilidad, y nunca por qué. Puedes volver a tener buddy cuando quieras.',
  ],
  endYes: 'Sí, terminar',
  keep: 'Si lo dejas así, no pasa nada.',
  ended: (buddy) => ['Tú y ', buddy, ' ya no son buddies aquí. Puedes volver a tener buddy cuando quieras.'],
  endedAlready: 'Ya no eran buddies. No hay nada más que hacer.',
  otherEnded: (buddy) => [
    'Tú y ',
    buddy,
    ' ya no son buddies aquí. La gente termina por muchas razones, y Buddy no pregunta. Gracias por haber estado ahí.',
  ],
  otherLeft: (name) =>
    `${name} ya no usa Buddy, así que ya no son buddies aquí. Gracias por haber estado ahí.`,
  chooseAnother: 'Elegir otro buddy',

  held: { buddies: 'Buddies' },
  heldBuddy: (name, since, until) => (until === null ? `${name}, desde ${since}` : `${name}, hasta ${until}`),
};
