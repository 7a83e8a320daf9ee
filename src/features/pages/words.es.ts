import type { Translated } from '../../chat/translated.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  page: (number, count) => `Página ${number} de ${count}`,
  next: 'Página siguiente',
  previous: 'Página anterior',
};
