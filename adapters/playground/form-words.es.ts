import type { Translated } from '../../src/chat/translated.ts';
import type { words as en } from './form-words.en.ts';

export const words: Translated<typeof en> = {
  fillIn: 'Completa esto.',
  tooLong: (most) => `Aquí caben ${most} caracteres como máximo.`,
  pickOne: 'Elige una de estas opciones.',
  pickPerson: 'Elige a alguien de la sala.',
  tooMany: (most) => `Aquí caben ${most} como máximo.`,
  notATime: 'Escribe una hora del día, como 09:00.',
  notADay: 'Escribe un día, como 2026-12-24.',
};
