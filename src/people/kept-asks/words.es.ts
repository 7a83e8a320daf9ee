import type { Translated } from '../../chat/translated.ts';
import type { words as en } from './words.en.ts';

export const words: Translated<typeof en> = {
  held: { asks: 'Lo que pediste antes' },
  heldAsks: {
    invitation: (count, until) =>
      `${count === 1 ? 'una invitación' : `${count} invitaciones`} que enviaste antes de borrar todo o de desvincular esta cuenta. No se guarda a quién. La última se borra después del ${until}`,
    checkin: (count, until) =>
      `${count === 1 ? 'una vez' : `${count} veces`} que pediste hablar antes de borrar todo. No se guarda a quién. La última se borra después del ${until}`,
  },
};
