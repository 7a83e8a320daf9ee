import type { Translated } from '../../chat/translated.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  heading: 'Ahora sin buddy',
  next: 'Estos días no tienes buddy. Si quieres tener uno, aquí van tres caminos. Si no, está bien, y no volveré a preguntar.',
  find: 'Buscar a quién pedírselo',
  beFound: 'Que otros me encuentren',
  code: 'Hacer un código para pasar',
  leave: 'Dejarlo por ahora',
  left: 'De acuerdo. Cuando quieras, escribe «invitar».',
};
