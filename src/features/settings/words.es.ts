import type { Platform } from '../../chat/person.ts';
import { command } from '../../chat/say.ts';
import type { Translated } from '../../chat/translated.ts';
import type { words as en } from './words.en.ts';

const platforms: Record<Platform, string> = {
  slack: 'Slack',
  teams: 'Teams',
  playground: 'la demostración',
};

/** Every sentence about when the Monday questions come, and about a time away from them. */
export const words: Translated<typeof en> = {
  nobodyYet: [
    'Todavía no hay nada que ajustar: tus preguntas del lunes empiezan con tu primer buddy. ¿A quién podrías invitar? ',
    command('elegir'),
  ],
  asSet: (time, cadence) => `A las ${time} llegan tus preguntas. ${cadence}.`,
  change: 'Cambiar',
  title: 'Preguntas y ajustes',
  intro: (timeZone) =>
    `Las horas son de la zona horaria ${timeZone}. Viene de tu perfil del chat: si la cambias ahí, cambia aquí.`,
  time: 'Hora los lunes',
  timeHint: 'Tu hora local',
  cadence: 'Cada cuánto',
  cadences: {
    weekly: 'Cada lunes',
    fortnightly: 'Un lunes sí y otro no',
    monthly: 'El primer lunes del mes',
  },
  deeper: {
    on: 'Más o menos una vez al mes, el lunes trae también algo para cuando tengan media hora.',
    off: 'El lunes trae sus dos preguntas y nada más.',
    leaveOut: 'Solo las dos preguntas',
    bringBack: 'Media hora, una vez al mes',
    nowOff: 'Listo. De ahora en adelante, solo las dos preguntas.',
    nowOn: 'Listo. Más o menos una vez al mes hay algo para cuando tengan media hora.',
  },
  profession: {
    label: 'Mi profesión',
    notSaid: 'Tu profesión no está puesta, y no hace falta.',
    said: (name) => `Tu profesión, como la dijiste: ${name}.`,
    why: 'Se cuenta una vez por trimestre, en grupos redondeados, para que quienes administran Buddy aquí vean a quién llega. La tuya no se la muestro a nadie.',
    saved: (name) => `Listo. Tu profesión se cuenta así: ${name}. No se la muestro a nadie.`,
    takeBack: 'Quitar mi profesión',
    takenBack: 'Listo. Ya no guardo tu profesión.',
    notAsked: 'Aquí no se pregunta la profesión, así que no se guardó nada.',
  },
  hours: 'Cómo se ven las horas',
  hoursLike: { 12: '9:30 p. m.', 24: '21:30' },
  language: 'Idioma',
  sameAs: (platform) => `El mismo que en ${platforms[platform]}`,
  inThisLanguage: 'Listo. De ahora en adelante te escribo en español.',
  save: 'Guardar',
  noTime: 'Escribe la hora así: 09:00.',
  noCadence: 'Elige cada cuánto.',
  saved: 'Guardado.',

  next: (when) => `El ${when} llegan tus próximas dos preguntas.`,
  now: 'Tus dos preguntas de esta semana llegan en un momento.',
  withFirstBuddy: 'Tus preguntas empiezan el lunes después de que tengas un buddy.',
  whenYouResume: 'Estás en pausa, así que llegan cuando la termines.',
  afterPause: (day) => `Estás en pausa hasta el ${day}; llegan después.`,

  nothingToPause:
    'Todavía no tienes un buddy aquí, así que de todos modos no llegarían preguntas. No cambió nada.',
  paused:
    'Tus preguntas del lunes están en pausa hasta que las reanudes. Tus buddies ven que no estás disponible, nunca por qué.',
  comeBack: 'También puedo empezar otra vez sin que tengas que acordarte:',
  weeks: { '1w': 'En una semana', '2w': 'En dos semanas', '4w': 'En cuatro semanas' },
  chooseDay: 'El día que yo elija',
  resume: 'Reanudar ahora',
  pausedUntil: (day) =>
    `Tus preguntas del lunes están en pausa hasta el ${day}, y luego empiezan solas otra vez. Tus buddies ven que no estás disponible, nunca por qué.`,
  noLongerOpen: [
    'Tu nombre ya no está en la lista de quienes aceptan una invitación. Para ponerlo otra vez: ',
    command('elegir'),
  ],
  dayTitle: 'Pausa hasta un día',
  day: 'Primer día de vuelta',
  dayHint: 'Las preguntas vuelven a llegar desde ese día.',
  pauseSubmit: 'Pausar',
  refusals: {
    'not-understood': [
      'No entendí por cuánto tiempo, así que no cambió nada. Escríbelo así: ',
      command('pausa 2 semanas'),
      ', o ',
      command('pausa hasta 2026-12-24'),
      '.',
    ],
    past: ['Ese día ya pasó, así que no cambió nada. Para hoy existe ', command('luego'), '.'],
    'too-far': [
      'Falta más de un año para eso, así que no cambió nada. Para una pausa sin fecha: ',
      command('pausa'),
    ],
  },
  dayErrors: {
    'not-understood': 'Escribe el día así: 2026-12-24.',
    past: 'Elige un día después de hoy.',
    'too-far': 'Elige un día dentro de un año.',
  },

  welcomeBack: 'Qué bueno que volviste.',
  notPaused: 'No estás en pausa.',
  nothingToResume: [
    'Todavía no tienes un buddy aquí, así que no hay nada que reanudar. ¿A quién podrías invitar? ',
    command('elegir'),
  ],
};
