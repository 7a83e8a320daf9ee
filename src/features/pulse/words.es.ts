import type { Translated } from '../../chat/translated.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  steps: {
    empty: 'Sin fuerzas',
    worn: 'Con mucho desgaste',
    by: 'Ahí voy',
    mostly: 'Casi siempre bien',
    well: 'Bien',
  },
  announcement: {
    heading: 'Un pulso breve, una vez por trimestre',
    what: 'Tu hospital lo activó. Una vez por trimestre te pregunto dos cosas: cómo te sientes en el trabajo estos días y qué es lo que más pesa. Un toque para cada una.',
    counted: 'Un toque es uno más en un total. No guardo quién tocó qué, ni cuándo, y nadie recibe un aviso.',
    shown: (smallest) => `Solo se muestran totales redondeados, nunca de menos de ${smallest} personas.`,
    free: 'Tú decides si contestas. Si prefieres no hacerlo, no hagas nada: no hay recordatorios. El primer pulso llega en una semana o más.',
  },
  feeling: '¿Cómo te sientes en el trabajo estos días?',
  intro:
    'Un toque, que se cuenta sin tu nombre. Si prefieres no contestar, no hagas nada. No hay recordatorios.',
  openUntil: (day) => `Abierto hasta el ${day}.`,
  counted: 'Contado, sin tu nombre.',
  firstSpent:
    'La primera pregunta ya la contestaste. Cuenta una vez y no se puede cambiar: nadie sabe cuál de los toques fue el tuyo.',
  spent:
    'Esta ya la contestaste. Cuenta una vez y no se puede cambiar: nadie sabe cuál de los toques fue el tuyo.',
  weighs: '¿Qué es lo que más pesa?',
  weighsIntro: 'Un toque más, si quieres. Si prefieres no contestar, déjalo así.',
  thanks:
    'Gracias. Cuando el pulso termine, quienes administran Buddy aquí verán los totales, si contestaron suficientes personas.',
  hard: 'Si estos días son difíciles, no hace falta esperar a que empeore. Lo que tocaste no se guarda con tu nombre, así que nadie te llamará por eso. Esto lo lee toda persona que contesta.',
  lines: 'A quién acudir',
  closed: 'Este pulso ya terminó, así que no se contó nada. Si quieres hablar con alguien:',
  held: { pulse: 'El pulso trimestral' },
  told: (day) =>
    `se te explicó el ${day}. Si contestaste, y qué, no está guardado en ninguna parte con tu nombre`,
  asked: (day, quarter) =>
    `se te explicó el ${day} y se te preguntó por última vez en el ${quarter}. Si contestaste, y qué, no está guardado en ninguna parte con tu nombre`,
};
