import type { Translated } from '../../chat/translated.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  roles: {
    administrator: 'Administración',
    editor: 'Edición de preguntas',
    director: 'Dirección del programa',
    deputy: 'Subdirección del programa',
    'program-administrator': 'Gestión del programa',
  },
  held: { roles: 'Tu función en el programa' },
  heldRole: (role, since) => `${role}, desde el ${since}`,
};
