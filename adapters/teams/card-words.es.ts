import type { Translated } from '../../src/chat/translated.ts';
import type { words as en } from './card-words.en.ts';

export const words: Translated<typeof en> = {
  title: 'Buddy',
  choose: 'Elegir',
  pick: 'Elige una opción',
  pickPerson: 'Escribe un nombre',
  nothing: '–',
  toCorrect: 'Todavía no se envió. Cambia lo que está marcado abajo.',
  missing: {
    text: 'Escribe algo aquí.',
    choice: 'Elige una de estas opciones.',
    time: 'Elige una hora.',
    day: 'Elige un día.',
    channel: 'Escribe un canal.',
    person: 'Elige a una persona.',
    choices: 'Elige al menos una.',
    people: 'Elige al menos a una persona.',
  },
};
