import type { Translated } from '../../chat/translated.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  meeting: {
    heading: (day) => `Reunión de quienes dan apoyo: ${day}`,
    today: 'Hoy es la reunión de quienes dan apoyo',
    agenda: 'Un orden del día breve:',
    nothingShared: 'Ahí nadie cuenta una conversación.',
  },
  thanks: {
    heading: 'Gracias',
    text: 'Todo el año, tus colegas supieron que alguien contestaría. Eres parte de quienes lo hacen posible. Esto les llega a todos los que dan apoyo aquí, con las mismas palabras, y no se ha contado nada para ello.',
    care: 'Cuídate también. Si quieres hacer una pausa o dejarlo, puedes hacerlo en tu ficha.',
    openCard: 'Mi ficha',
  },
};
