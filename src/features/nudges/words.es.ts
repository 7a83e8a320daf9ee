import type { Translated } from '../../chat/translated.ts';
import type { Later } from './rules.ts';
import type { NudgesNotSentTable } from './table.ts';
import type { words as en } from './words.en.ts';

const outcomes: Record<NudgesNotSentTable['outcome'], string> = {
  paused: 'estabas en pausa',
  unpaired: 'no tenías buddy',
  missed: 'a Buddy se le pasó',
};

const later: Record<Later, string> = {
  evening: 'Esta noche',
  shift: 'Después de mi turno',
  tomorrow: 'Mañana',
  thursday: 'El jueves',
};

export const words: Translated<typeof en> = {
  later,
  laterWhen: '¿Cuándo te lo recuerdo?',
  remindYou: (when) => `El ${when} te lo recuerdo.`,
  passed: 'Esa hora ya pasó. ¿Quieres otra?',
  nextMonday: 'La semana casi termina. El lunes llegan preguntas nuevas.',
  noNudge: 'Todavía no hay nada que recordarte. Cuando tengas un buddy, cada lunes te llegan dos preguntas.',
  asked: 'Me pediste que te lo recordara.',
  myBuddies: 'Mis buddies',
  noBuddyNow: 'Ahora no tienes un buddy. Las preguntas siguen siendo tuyas.',

  held: { mondaysWithout: 'Lunes sin preguntas' },
  heldMonday: (monday, outcome) => `${monday}, ${outcomes[outcome]}`,
};
