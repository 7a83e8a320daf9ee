import type { Translated } from '../../chat/translated.ts';
import type { words as english } from './words.en.ts';

const gone = 'alguien que ya no está';

export const words: Translated<typeof english> = {
  heading: 'Quién hizo qué',
  intro:
    'Nombramientos, preguntas, ajustes y líneas, primero lo más reciente. Aquí no hay nada sobre los participantes. Se guarda dos años.',
  nothing: 'Todavía nada.',
  earlier: 'Lo anterior',
  manyWeeks: (count, first, last) => `${count} semanas entre ${first} y ${last}`,
  actions: {
    appointed: (by, subject, about) => `${by} nombró a ${subject ?? gone}: ${about}`,
    dismissed: (by, subject, about) => `${by} retiró una función de ${subject ?? gone}: ${about}`,
    'invited-supporter': (by, subject) => `${by} invitó a ${subject ?? gone} a apoyar a colegas`,
    'removed-supporter': (by, subject) => `${by} quitó de la lista a ${subject ?? gone}`,
    'trained-supporter': (by, subject) => `${by} anotó la formación de ${subject ?? gone}`,
  },
  weeks: {
    posted: (by, week) => `${by} publicó las preguntas de ${week}`,
    moved: (by, week) => `${by} le dio a ${week} las preguntas de otra semana`,
    'took-back': (by, week) => `${by} devolvió ${week} al banco`,
    'left-out': (by, week) => `${by} dejó ${week} sin mensaje`,
    'brought-back': (by, week) => `${by} recuperó el mensaje de ${week}`,
  },
  lines: {
    'added-line': (by, name) => `${by} añadió una línea: ${name}`,
    'edited-line': (by, name) => `${by} cambió una línea: ${name}`,
    'removed-line': (by, name) => `${by} quitó una línea: ${name}`,
  },
  settings: {
    professions: 'a quién atiende el programa',
    answerHours: 'horas para contestar',
    offersNext: 'a quién se pide después',
    meeting: 'día de la reunión',
    timeZone: 'zona horaria',
    nudgeMinute: 'hora del lunes',
    maxBuddies: 'máximo de buddies',
    guestsWelcome: 'invitados',
    smallestGroup: 'grupo más pequeño',
    language: 'idioma',
    'profession-on': 'se puede decir la profesión: sí',
    'profession-off': 'se puede decir la profesión: no',
    'pulse-on': 'pulso trimestral: sí',
    'pulse-off': 'pulso trimestral: no',
  },
  someone: 'Alguien que ya no está',
  thanked: (by, year) => `${by} envió a todas las personas las gracias de ${year}`,
  announced: (by, channel) => `${by} publicó el anuncio en un canal (${channel})`,
  setting: (by, about) => `${by} cambió un ajuste: ${about}`,
  reset: (by, about) => `${by} dejó un ajuste otra vez como en el servidor: ${about}`,
  line: (when, what) => `${when}: ${what}.`,
  held: { entries: 'En la lista de lo que hizo la administración' },
  heldEntries: (count, last) =>
    `${count === 1 ? 'una anotación' : `${count} anotaciones`}, la última del ${last}. Tu nombre desaparece cuando borras todo`,
};
