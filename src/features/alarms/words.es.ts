import type { Translated } from '../../chat/translated.ts';
import type { words as english } from './words.en.ts';

const check = 'Por favor, ejecuten ‘npm run buddy -- check’ en el servidor y hagan lo que diga.';
const guide = 'Lo que hay que mirar lo explica docs/operating.md.';

export const words: Translated<typeof english> = {
  names: { slack: 'Slack', teams: 'Teams', playground: 'la demostración' },
  todo: 'Qué hacer',
  sendToIt: (sentence) => `Solo informática puede arreglarlo. Mándales esto: “${sentence}”`,
  whose: 'Esto le llega una sola vez a la administración de Buddy. Cuando pase, lo dirá aquí mismo.',
  over: (when) => `Desde el ${when}, todo está bien otra vez. No queda nada por hacer.`,
  overHeading: (heading) => `Ya pasó: ${heading}`,
  openMondays: 'Lunes',
  refused: {
    heading: (name) => `${name} ya no deja entrar a Buddy`,
    what: {
      slack: (when) => `Desde el ${when}, Slack rechaza el token.`,
      teams: (when) =>
        `Desde el ${when}, Microsoft rechaza a Buddy. Casi siempre es porque caducó su secreto.`,
      playground: (when) => `Desde el ${when}, lo rechaza.`,
    },
    meaning: (name) =>
      `Hasta que se arregle, Buddy no funciona en ${name}. No se pierde nada: las preguntas del lunes salen todavía hasta el jueves por la noche.`,
    it: (name, code) => `${name} rechaza a Buddy (${code}). ${check}`,
  },
  expires: {
    heading: (isOver) =>
      isOver
        ? 'El secreto de Buddy para Teams caducó, según su fecha'
        : 'El secreto de Buddy para Teams está por caducar',
    soon: (day) => `Caduca el ${day}. Después, Buddy no funciona en Teams.`,
    past: (day) =>
      `Según la fecha que anotó informática, caducó el ${day}. Por ahora Teams todavía lo acepta.`,
    it: (day) =>
      `El secreto de cliente de la app de Buddy caduca el ${day}. Por favor, creen uno nuevo en Entra, pongan MicrosoftAppPassword y TEAMS_SECRET_EXPIRES, y reinicien Buddy.`,
    itIsPast: (day) =>
      `TEAMS_SECRET_EXPIRES dice que el secreto de cliente de la app de Buddy caducó el ${day}. Por favor, creen uno nuevo en Entra, pongan MicrosoftAppPassword y TEAMS_SECRET_EXPIRES, y reinicien Buddy. Si ya está hecho, solo falta cambiar la fecha.`,
  },
  nothingOut: {
    heading: (name) => `No ha salido nada en ${name}`,
    what: (name, when) =>
      `El ${when}, tenían que salir en ${name} las primeras preguntas. Una hora después, nadie las tenía.`,
    meaning:
      'No hace falta avisar a nadie: lo que se atrasó sale solo hasta el jueves por la noche. Desde el viernes, esa semana queda sin preguntas.',
    it: (name, when) => `Desde el ${when}, Buddy no ha enviado nada en ${name}. ${check}`,
  },
  tooMany: {
    heading: (name) => `Muchos mensajes no llegaron en ${name}`,
    what: (name, monday) => `Más de uno de cada diez mensajes del ${monday} no llegó en ${name}.`,
    meaning: 'Si es gente que quitó la app, es su decisión y no hay nada que hacer.',
    it: (name) => `Muchos mensajes de Buddy no llegan en ${name}. El registro dice por qué. ${guide}`,
    otherwise: (sentence) => `Si antes no pasaba, manda esto a informática: “${sentence}”`,
  },
  silent: {
    heading: (name) => `No llega nada desde ${name}`,
    what: (name, day) =>
      `El ${day} llegaron preguntas en ${name}. En los dos días laborables que siguieron no volvió nada de allí: ni un toque ni un comando.`,
    meaning: (typed) =>
      `Quizá solo está tranquilo. Para saberlo, ${typed}. Si no llega respuesta, nada le llega a Buddy.`,
    typed: {
      slack: 'escribe “/buddy ayuda” en Slack',
      teams: 'escríbele “ayuda” a Buddy en Teams',
      playground: 'escribe “ayuda”',
    },
    it: (name) =>
      `Nada de ${name} le llega a Buddy. ¿Siguen bien su dirección allí y el secreto con que se firman sus pedidos? ${guide}`,
    otherwise: (sentence) => `Entonces manda esto a informática: “${sentence}”`,
  },
};
