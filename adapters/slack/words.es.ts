import type { Translated } from '../../src/chat/translated.ts';
import type { words as en } from './words.en.ts';

export const words: Translated<typeof en> = {
  notYet: 'Todavía no estoy listo: Slack no ha confirmado quién soy. Prueba otra vez en unos minutos.',
  formDidNotOpen: 'No pude abrir el formulario. Prueba otra vez.',
  modalTitle: 'Buddy',
  close: 'Cerrar',
  cancel: 'Cancelar',
};
