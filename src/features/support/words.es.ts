import type { Translated } from '../../chat/translated.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  heading: 'Apoyo entre colegas',
  intro:
    'Después de algo difícil, se acerca un colega que conoce este trabajo. Es rutina, y no se escribe nada.',
  self: 'Quiero apoyo',
  refer: 'A alguien le vendría bien',
  roster: 'Quiénes apoyan',
  nominate: 'Proponer a alguien que apoye',
  how: 'Cómo funciona',
  card: 'Mi ficha',
  tally: 'Hoy acompañé a un colega',
  desk: 'Abrir las solicitudes',
  supporters: 'Colegas que apoyan',
  roles: 'Quién lleva el programa',
  lines: 'Todas las líneas',

  howTitle: 'Cómo funciona',
  howLines: [
    'Alguien se entera de algo difícil, o tú lo pides para ti. La dirección del programa lo ve y se lo pide a un colega que encaje.',
    'Ese colega escribe o llama en su propio nombre. Buddy nunca lo hace, y ningún mensaje de Buddy dice de quién se trata, qué pasó ni quién lo pidió.',
    'Mientras está abierto, 30 días como mucho, se guarda quién es, cómo localizarle y a grandes rasgos qué pasó. Está cerrado con una clave fuera de la base de datos. Al cerrarse desaparece todo; solo quedan sumas, en grupos de al menos once.',
    'Nadie toma notas. Un no es una buena respuesta y no cuenta en contra de nadie. Puedes terminar una oferta en «privacidad» cuando quieras.',
    'Tu lugar de trabajo puede guardar o revisar este chat. Buddy no anota que lo abriste.',
  ],
  law: 'Qué protege la ley',
  note: (jurisdiction, protects) => `${jurisdiction}: ${protects}`,
  source: (source, date, checked) => `${source}. Leído el ${date}. ${checked}`,
  signedOff: (by) => `Revisado por ${by}.`,
};
