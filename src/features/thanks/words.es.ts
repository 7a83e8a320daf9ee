import type { Translated } from '../../chat/translated.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  heading: 'Gracias',
  thanks:
    'Alguien aquí tuvo una semana difícil este año, y un colega le preguntó cómo estaba. No sé quién, y nadie lleva la cuenta. Por eso esto va para todo el equipo: gracias por estar ahí.',
  door: 'Si ya hace tiempo, la puerta está abierta. Basta un mensaje.',
  preview: 'Una vez al año, a todas las personas que participan, igual para todas. Esto es lo que leen:',
  when: 'A cada persona le llega a la hora de su mensaje del lunes, hoy o mañana. A quien está en pausa no se le molesta.',
  send: 'Enviar a todas las personas',
  done: (year) => `Ya se dieron las gracias en ${year}. Las próximas son para el año que viene.`,
  onItsWay: 'Va en camino a todas las personas que participan.',
};
