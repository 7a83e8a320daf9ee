import type { Translated } from '../../chat/translated.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  title: 'Colegas que apoyan',
  intro:
    'Colegas que te escuchan con gusto después de algo difícil. Cada quien eligió lo que ves aquí. Mirar no deja rastro.',
  nobody: 'Todavía no hay nadie en la lista. ¿Conoces a alguien que sabe escuchar? Propón su nombre.',
  ask: (name) => `Pedírselo a ${name}`,
  away: 'Ahora no está',
  inTraining: 'Todavía en formación',
  filter: 'Ver una profesión',
  everyone: 'Todas',
  nominate: 'Proponer a un colega',
  printed: {
    title: 'Alguien que te escucha',
    intro:
      'Después de un día difícil, cualquiera de estos colegas tiene tiempo para ti. Así lo quisieron. No es una evaluación y no se anota nada.',
    howToAsk: 'Cómo pedirlo',
    slack: 'En Slack, escribe /buddy support.',
    teams: 'En Teams, escribe «support» a Buddy.',
    playground: 'Escribe /buddy support.',
    orSay: 'O llama a cualquiera, o díselo en el pasillo.',
    lines: 'Si no puede esperar',
    checked: (day) => `Números comprobados el ${day}.`,
    printed: (day) => `Impreso el ${day}. La lista al día está en el chat.`,
    nobody: 'Todavía no hay nadie en la lista.',
  },
};
