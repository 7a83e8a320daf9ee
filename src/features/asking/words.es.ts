import type { Translated } from '../../chat/translated.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  refer: {
    title: 'Apoyo para colegas',
    who: 'Solo lo ven la dirección y la subdirección del programa, y después quien se ponga en contacto. Nadie sabrá a quién más nombras.',
    colleagues: 'Quién',
    colleaguesHint: 'Una o varias personas que pasaron por lo mismo. Hasta 20.',
    pickedName: 'Su nombre',
    pickedNameHint: 'No tiene Buddy, así que no conozco su nombre. Hace falta para encontrar a esta persona.',
    name: 'O un nombre',
    nameHint: 'Para alguien que no está en este chat.',
    contact: 'Teléfono o correo',
    contactHint: 'Cómo localizar a la persona cuyo nombre escribiste.',
    named: '¿Podemos decir que lo pediste tú?',
    group: '¿Ofrecer también una conversación en grupo?',
    submit: 'Pedir apoyo',
  },
  self: {
    title: 'Apoyo para mí',
    whoDesk:
      'Si eliges a alguien, solo esa persona lo ve. Si esta vez no puede, pasa a la siguiente que encaje o a la dirección del programa.',
    supporter: 'Quién quieres que se ponga en contacto',
    anyone: 'Quien encaje',
    contact: 'Cómo localizarte',
    contactHint: 'Un teléfono o un correo, si no es por este chat.',
    night: '¿Prefieres hablar de noche?',
    language: 'En qué idioma',
    submit: 'Pedir apoyo',
  },
  profession: 'Profesión',
  specialty: 'Especialidad',
  unit: 'Unidad',
  kind: 'Qué pasó',
  kindHint: 'Solo a grandes rasgos. Sin datos de pacientes, por favor.',
  soon: 'Cuándo',
  today: 'Hoy, por favor',
  week: 'Esta semana',
  otherUnit: '¿Alguien de otra unidad, por favor?',
  yes: 'Sí',
  no: 'No',
  kept: 'Se guarda bajo llave mientras está abierto, 30 días como mucho, y después desaparece. Nunca hay notas.',
  law: (unchecked) =>
    `La ley no protege en todas partes lo que se habla (${unchecked.replace(/\.$/, '').toLowerCase()}). Por eso no se escribe nada.`,

  thanksTitle: 'Gracias',
  notSentTitle: 'No se envió',
  thanks: 'Gracias. Alguien se pondrá en contacto.',
  thanksSelf: 'Gracias por pedirlo. Alguien se pondrá en contacto contigo.',

  noProgram:
    'En este hospital nadie lleva todavía el apoyo entre colegas, así que no se envió nada. La administración puede nombrar a quien dirija el programa.',
  nobody: 'Elige a un colega o escribe un nombre.',
  tooMany: 'Son más de 20. Pídelo en dos pasos, por favor.',
  unknown: 'No encuentro a una de esas personas. Escribe su nombre y cómo localizarla.',
  noneHasBuddy:
    'Ninguna de estas personas tiene Buddy, así que no conozco sus nombres. Pide apoyo para cada una por separado.',
  someHaveBuddy: (known) =>
    `Solo tienen Buddy: ${known}. Pide apoyo para cada una de las demás por separado: me hará falta su nombre.`,
  noPickedName: 'Escribe el nombre de la persona que elegiste.',
  notYourself: 'Para ti, usa «Apoyo para mí».',
  noContact: 'Añade un teléfono o un correo.',
  badContact: 'Esto no es un teléfono ni un correo.',
  badName: 'Escribe solo un nombre, de hasta 80 letras.',
  noKind: 'Elige lo que más se acerque.',
  noSoon: 'Elige una opción.',
  goneSupporter: 'Ahora mismo no se le puede pedir. Elige a otra persona.',
  manyToday: 'Hoy ya pediste apoyo para muchas personas. Llama a la dirección del programa, por favor.',

  ended:
    'La oferta terminó y todo lo relacionado con ella desapareció. La puerta sigue abierta cuando quieras.',
  nothingOpen: 'No hay ninguna oferta abierta.',
};
