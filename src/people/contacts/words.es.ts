import type { Translated } from '../../chat/translated.ts';
import type { words as en } from './words.en.ts';

export const words: Translated<typeof en> = {
  someone: 'tu colega',

  held: { app: 'Que tienes la aplicación' },
  app: (since, told, unreachable) =>
    [
      `desde ${since}`,
      ...(told === '' ? [] : [`como ${told}`]),
      ...(unreachable === null ? [] : [`sin poder escribirte desde ${unreachable}`]),
    ].join('; '),
};
