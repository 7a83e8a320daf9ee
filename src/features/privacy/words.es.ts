import type { Platform } from '../../chat/person.ts';
import { command } from '../../chat/say.ts';
import type { Translated } from '../../chat/translated.ts';
import type { words as en } from './words.en.ts';

const platforms: Record<Platform, string> = {
  slack: 'Slack',
  teams: 'Teams',
  playground: 'la demostración',
};

/** Every sentence about what's held of someone, and about erasing it. */
export const words: Translated<typeof en> = {
  heading: 'Lo que Buddy guarda de ti',
  nothing: 'No se guarda nada de ti.',

  youLabel: 'Tú',
  you: (name, platform) => `${name === null ? '' : `${name}, `}tu cuenta en ${platforms[platform]}`,
  more: (count) => `y ${count} más, que están en la copia`,

  notHeldTitle: 'Lo que no se guarda',
  notHeld:
    'Ni respuestas, ni conversaciones, ni historial. Buddy no puede leer lo que hablan tú y tus buddies, y no guarda nada de eso.',
  whoSeesTitle: 'Quién puede ver lo que se guarda',
  administrators: (smallest) =>
    `La administración solo ve totales, y ninguno de menos de ${smallest} personas.`,
  operator:
    'Quien maneja el servidor podría buscar esta lista en la base de datos, y no encontraría más que esto.',
  employer:
    'El chat es de tu trabajo. Tu empleador puede guardarlo o buscar en él, así que llama o ve en persona para lo que nadie más debe leer.',
  endOffer: 'Terminar la oferta de apoyo',
  howLongTitle: 'Cuánto tiempo se guarda',
  howLong: [
    { label: 'Semanas en que hablaron', words: 'unas 9 semanas, después solo en totales' },
    { label: 'Lunes', words: 'unas 5 semanas, después solo en totales' },
    {
      label: 'Mensajes',
      words: '30 días, las preguntas del lunes unas 5 semanas; el texto se borra al enviarlos',
    },
    { label: 'Invitaciones', words: '14 días en espera, 30 días en total' },
    {
      label: 'Códigos',
      words: '14 días; los que vinculan tus cuentas, 15 minutos; los que no sirvieron, una hora',
    },
    { label: 'Veces que se pidió hablar', words: 'un día' },
    {
      label: 'Cuántas veces pediste algo',
      words:
        'invitaciones 30 días, pedir hablar un día, códigos equivocados una hora. Si borras todo, solo quedan las horas ese tiempo, sin nombres',
    },
    { label: 'Buddies que tuviste', words: '10 semanas' },
    {
      label: 'Cómo escribirte',
      words: 'mientras se guarde un mensaje para ti, o tengas la aplicación en Teams',
    },
    {
      label: 'Que pediste apoyo para alguien',
      words: '30 días como mucho, bajo llave. No se muestra aquí, porque diría en qué quedó',
    },
    {
      label: 'Una oferta de apoyo para ti',
      words: '30 días como mucho, bajo llave; después desaparece todo',
    },
    { label: 'El idioma que elegiste antes de tener un buddy', words: 'un año' },
    { label: 'Todo lo demás', words: 'hasta que lo borres, o se cierre tu cuenta aquí' },
  ],
  copy: 'Darme una copia',
  erase: 'Borrar todo',

  copyIntro: 'Todo lo que Buddy guarda de ti, tal como está.',
  copyName: 'buddy-sobre-mi.json',
  copyPart: (part, parts) => `Parte ${part} de ${parts}, una tras otra.`,
  copyNext: 'La parte que sigue',

  nothingToErase: 'No se guarda nada de ti, así que no hay nada que borrar.',
  nothingMoreToErase: [
    'No hay nada más que borrar. Cuántas veces pediste algo se borra solo, en 30 días como mucho. Míralo: ',
    command('privacidad'),
  ],
  eraseSure:
    'Esto borra de una vez todo lo que se guarda de ti: buddies, invitaciones, ajustes. A tus buddies, y a quienes esperan respuesta a una invitación contigo, les digo que no usas Buddy, y nunca por qué. Solo queda, 30 días como mucho y sin nombres, cuántas veces pediste algo, para que a nadie se le pida de más.',
  eraseYes: 'Sí, borrar todo',
  keep: 'Si lo dejas así, no pasa nada.',
  erased:
    'Todo lo que se guardaba de ti está borrado. A quien era tu buddy aquí se lo digo con amabilidad, y nunca por qué. Puedes volver a empezar cuando quieras.',
  erasedNames:
    'Todo lo que te nombraba está borrado. A quien era tu buddy aquí se lo digo con amabilidad, y nunca por qué. Puedes volver a empezar cuando quieras.',
  stays: [
    'Lo que queda, 30 días como mucho, es cuántas veces pediste algo o escribiste un código equivocado: solo las horas, bajo una forma cifrada de tu cuenta, para que a nadie se le pida de más. Míralo: ',
    command('privacidad'),
  ],
  erasedChat: 'Los mensajes que ya están en este chat se quedan ahí, y tu trabajo puede guardarlos.',

  outdated: ['Este mensaje ya no está al día. Tus buddies: ', command('estado')],
};
