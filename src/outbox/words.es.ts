import type { Translated } from '../chat/translated.ts';
import type { OutboxStatus } from './table.ts';
import type { words as en } from './words.en.ts';

/** One, and several. */
const statuses: Record<OutboxStatus, readonly [string, string]> = {
  waiting: ['por enviar', 'por enviar'],
  claimed: ['en camino', 'en camino'],
  sent: ['enviado', 'enviados'],
  unreachable: ['que no te pudo llegar', 'que no te pudieron llegar'],
  failed: ['con un fallo', 'con un fallo'],
  expired: ['que ya era tarde para enviar', 'que ya era tarde para enviar'],
};

/** What's held of someone who gets messages. */
export const words: Translated<typeof en> = {
  held: {
    messages: 'Mensajes para ti',
    namedIn: 'Mensajes que te nombran',
    address: 'Cómo escribirte',
    linkedAddress: 'Cómo escribirte, otra cuenta',
  },
  messages: (count, status) => `${count} ${statuses[status][count === 1 ? 0 : 1]}`,
  namedIn: (count) => `${count} a otras personas, todavía en camino`,
  address: 'la dirección de tu chat con Buddy',
};
