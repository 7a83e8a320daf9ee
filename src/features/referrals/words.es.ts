import type { Translated } from '../../chat/translated.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  couldUseAWord: 'A un colega le vendría bien hablar contigo.',
  howDidItGo: 'Hace unos días te pusiste en contacto con un colega. Cuando tengas un momento, di cómo va.',
  open: 'Abrir',
  openDesk: 'Abrir las solicitudes',
  waiting: (count) =>
    count === 1
      ? 'Un colega te espera en las solicitudes.'
      : `${count} colegas te esperan en las solicitudes.`,
  waitsSince: (day) => `Hay una solicitud que espera desde el ${day}.`,
  waitsSinceForOthers: (day) =>
    `Hay una solicitud de apoyo que espera desde el ${day}. Avisa a la dirección o a la subdirección del programa: solo ellas pueden abrirla.`,
  nobodyThere:
    'El sistema de incidentes pidió apoyo para un colega y todavía no hay nadie en la dirección del programa ni nadie que dé apoyo. La solicitud se guarda 30 días. Nombra hoy a quien dirija el programa.',
  appoint: 'Nombrar dirección',
  ended: {
    time: 'Una solicitud abierta terminó sola a los 30 días. No se guarda nada de ella.',
    unreadable:
      'Una solicitud abierta ya no se podía leer, porque su clave no existe. Se cerró. Pregunta quién podría seguir esperando.',
    unanswered: 'Una persona no respondió a tiempo. La solicitud pasó a la siguiente que encaja.',
  },
  takenCareOf: 'De esta solicitud ya se ocupó alguien. Gracias por estar ahí.',
  wentOn: 'Ahora se ocupa otra persona. Gracias.',

  held: { about: 'Oferta de apoyo' },
  heldAbout: (since) =>
    `Hay una oferta de apoyo abierta desde el ${since}. No se muestra quién la pidió. Puedes terminarla abajo`,
};
