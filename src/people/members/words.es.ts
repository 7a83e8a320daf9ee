import type { Cadence } from '../../calendar/monday.ts';
import type { Translated } from '../../chat/translated.ts';
import type { words as en } from './words.en.ts';

const cadences: Record<Cadence, string> = {
  weekly: 'cada lunes',
  fortnightly: 'un lunes sí y otro no',
  monthly: 'el primer lunes del mes',
};

/** What's held of a member. */
export const words: Translated<typeof en> = {
  held: {
    since: 'Aquí desde',
    timeZone: 'Zona horaria',
    language: 'Idioma',
    clock: 'Horas',
    rhythm: 'Tus preguntas del lunes',
    pause: 'En pausa',
    step: 'Se te ofrecieron formas de encontrar buddy',
    deeper: 'Para cuando tengas media hora',
    profession: 'Profesión',
    open: 'En la lista para que te inviten',
  },
  timeZone: (zone, checked) => `${zone}; comparada con tu perfil por última vez el ${checked}`,
  chosenLanguage: (language) => `${language}, como elegiste`,
  rhythm: (cadence, time, next, last) =>
    `${cadences[cadence]} a las ${time}; las próximas el ${next}${last === null ? '' : `; las últimas, del lunes ${last}`}`,
  paused: (since, until) =>
    until === null ? `desde ${since}, hasta que la termines` : `desde ${since}, hasta ${until}`,
  open: 'sí: cualquiera que busque un buddy aquí ve tu nombre',
  notOpen: 'no',
  clocks: { 12: 'de 12 horas', 24: 'de 24 horas' },
  deeper: 'sí, más o menos una vez al mes',
  profession: (id) => `«${id}» de la lista de tu hospital, como elegiste decirla`,
  noDeeper: 'no, lo quitaste',
};
