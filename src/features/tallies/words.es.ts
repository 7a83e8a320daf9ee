import type { Translated } from '../../chat/translated.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  sums: 'Sumas, en grupos de al menos once',
  noSums: 'Las sumas se publican cuando se hayan cerrado once.',
  batch: (number) => `Grupo ${number}`,
  counted: {
    closed: 'cerradas',
    'reached-in-a-day': 'con contacto en 24 horas',
    talked: 'hablaron',
    declined: 'ahora no',
    'no-answer': 'sin respuesta',
    ended: 'terminadas de otro modo',
    offers: 'ofertas hechas',
    onward: 'quisieron otra ayuda',
    group: 'conversaciones en grupo',
    informal: 'informales, aparte de estas',
  },
  sum: (name, count) => `${count} ${name}`,
  kinds: 'Por tipo',
};
