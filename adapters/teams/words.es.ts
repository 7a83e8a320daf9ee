import type { Translated } from '../../src/chat/translated.ts';
import type { words as en } from './words.en.ts';

export const words: Translated<typeof en> = {
  onlyInPersonalChat: 'Solo contesto en un chat privado. Elige mi nombre para abrir uno.',
  done: 'Eso ya está hecho.',
  below: 'Mi respuesta está abajo, en el chat.',
  notThrough: 'Mi respuesta no llegó. Prueba otra vez en un minuto.',
  takesAMoment: 'Un momento. Mi respuesta llega aquí.',
  tookTooLong:
    'Esto tardó demasiado y no lo puedo mostrar aquí. Puede que sí se haya hecho. Cierra esto y ábrelo otra vez en un minuto.',
  shownApart: 'Esto se abre en una ventana aparte. Solo tú lo ves, y no queda en este chat.',
  open: 'Abrir',
};
