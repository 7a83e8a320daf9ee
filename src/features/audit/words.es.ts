import type { Translated } from '../../chat/translated.ts';
import type { words as english } from './words.en.ts';

const gone = 'alguien que ya no está';

export const words: Translated<typeof english> = {
  heading: 'Quién hizo qué',
  intro:
    'Nombramientos y ajustes, primero lo más reciente. Aquí no hay nada sobre los participantes. Se guarda dos años.',
  nothing: 'Todavía nada.',
  actions: {
    appointed: (by, about, subject) => `${by} nombró a ${subject ?? gone}: ${about}`,
    dismissed: (by, about, subject) => `${by} retiró una función de ${subject ?? gone}: ${about}`,
    'invited-supporter': (by, _, subject) => `${by} invitó a ${subject ?? gone} a apoyar a colegas`,
    'removed-supporter': (by, _, subject) => `${by} quitó de la lista a ${subject ?? gone}`,
    'trained-supporter': (by, _, subject) => `${by} anotó la formación de ${subject ?? gone}`,
    set: (by, about) => `${by} cambió un ajuste: ${about}`,
  },
  settings: {
    professions: 'a quién atiende el programa',
    answerHours: 'horas para contestar',
    offersNext: 'a quién se pide después',
    meeting: 'día de la reunión',
  },
  someone: 'Alguien que ya no está',
  line: (when, what) => `${when}: ${what}.`,
  held: { entries: 'En la lista de lo que hizo la administración' },
  heldEntries: (count, last) =>
    `${count === 1 ? 'una anotación' : `${count} anotaciones`}, la última del ${last}. Tu nombre desaparece cuando borras todo`,
};
