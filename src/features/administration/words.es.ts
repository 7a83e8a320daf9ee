import type { Translated } from '../../chat/translated.ts';
import { report } from './report-words.es.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  heading: 'La mesa de administración',
  questions: 'Preguntas',
  next: {
    posted: 'Próximo lunes: publicadas por el programa',
    bank: 'Próximo lunes: del banco',
    none: 'Próximo lunes: sin mensaje',
  },
  mondays: 'Lunes',
  report,
  last: {
    none: 'Todavía no ha salido ninguno',
    allOut: 'Último lunes: salieron todos',
    someNot: 'Último lunes: algunos no salieron',
    tooFew: 'Último lunes: muy pocas personas para decirlo',
    underWay: 'Los de esta semana están saliendo',
  },
  figures: 'Cifras',
  released: (count) =>
    count === 0
      ? 'Las primeras llegan después del primer lunes'
      : `${count === 1 ? 'Una semana' : `${count} semanas`} para mirar`,
  people: 'Personas',
  appointed: (count) =>
    count === 0
      ? 'Nadie tiene función todavía'
      : `${count === 1 ? 'Una función dada' : `${count} funciones dadas`} desde el chat`,
  openQuestions: 'Planificar las preguntas',
  post: 'Publicar preguntas',
  openFigures: 'Cifras',
  openPeople: 'Funciones',
  openSettings: 'Ajustes',
  openAnnounce: 'Darlo a conocer',
  openAudit: 'Quién hizo qué',
  openThanks: 'Dar las gracias a todas las personas',
  openSupport: 'Apoyo entre colegas',
};
