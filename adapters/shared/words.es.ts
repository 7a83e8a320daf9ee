import type { Translated } from '../../src/chat/translated.ts';
import type { words as en } from './words.en.ts';

export const words: Translated<typeof en> = {
  bug: 'Algo salió mal de mi lado. Prueba otra vez en un minuto.',
};
