import type { Translated } from '../../chat/translated.ts';
import type { report as english } from './report-words.en.ts';

export const report: Translated<typeof english> = {
  heading: 'Lunes',
  none: 'Todavía no ha salido ningún lunes, así que no hay nada que contar.',
  addsUp:
    'Cada persona se cuenta una sola vez. Redondeados de cinco en cinco, puede que los números no sumen exacto.',
  rounded: (smallest) =>
    `Mientras la semana sigue, va redondeado hacia abajo de ${smallest} en ${smallest}, y lo que no llega, lo que dio error y lo que quedó fuera de tiempo va junto. La cuenta cierra cuando la semana termina.`,
  means: 'Qué significa y qué hacer',
  everyone: 'Cada persona a quien le tocaba está en uno solo de estos grupos:',
  names: {
    sent: 'Enviado',
    paused: 'En pausa',
    unpaired: 'Sin buddy',
    unreachable: 'No les llega',
    failed: 'Con error',
    missed: 'Fuera de tiempo',
    waiting: 'En espera',
  },
  meanings: {
    sent: 'Tienen sus preguntas. No hay nada que hacer.',
    paused: 'Están tomando un descanso y vuelven cuando quieran. No hay nada que hacer.',
    unpaired:
      'Su buddy se fue, o nadie les ha dicho que sí todavía. De vez en cuando cuéntale a todo el equipo que existe “Buscar un buddy”.',
    unreachable: 'Hay quien quitó la app y hay cuentas cerradas. Está bien así: no hay nada que hacer.',
    failed:
      'Otra cosa impidió el envío. En informática pueden ver qué fue en el registro, en “messages not delivered”.',
    missed:
      'El jueves por la noche todavía no había salido, y después ya no se manda. Pregunta en informática si Buddy estuvo caído.',
    waiting:
      'Están saliendo. Vuelve a mirar en un rato. Si por la noche sigue igual, pide en informática que ejecuten “buddy check”.',
  },
  nextIs: (monday) => `Próximo: ${monday}`,
  next: {
    posted: 'Las preguntas las publicó el programa.',
    bank: 'Las preguntas vienen del banco.',
    none: 'No sale nada. Es un descanso planeado.',
  },
  sendMine: 'Mándame el mío ahora',
  openFigures: 'Más semanas',
  oneAsks:
    '¿Alguien dice que no le llegó nada? Que me escriba “estado”: ahí dice por qué. Si no basta y está de acuerdo, en informática lo pueden averiguar: “When nobody got anything” en la guía de operación.',
};
