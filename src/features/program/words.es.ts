import type { Translated } from '../../chat/translated.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  roles: {
    title: 'Funciones',
    intro: (held) =>
      held.length === 0
        ? 'Todavía no se ha nombrado a nadie. La dirección del programa ve las solicitudes abiertas; la administración, no.'
        : `${held.join('. ')}.`,
    one: (role, names) => `${role}: ${names}`,
    person: 'Colega',
    role: 'Función',
    none: 'Ninguna: retirar las que tiene',
    submit: 'Guardar',
    noPerson: 'Elige a un colega.',
    unknown: 'No encuentro a esta persona. Elige a otra, por favor.',
    noRole: 'Elige una función.',
    notYours: 'No puedes dar ni retirar esta función. La administración sí puede.',
    lastOne: 'Eres la última persona de la administración. Nombra antes a otra.',
    appointed: (name, role) => `Listo. ${name} tiene ahora esta función: ${role}.`,
    hadIt: (name, role) => `${name} ya tenía esta función: ${role}.`,
    dismissed: (name) => `Listo. ${name} ya no tiene ninguna función.`,
    hadNone: (name) => `${name} no tiene ninguna función que puedas retirar.`,
    fromEnvironment:
      'Quien aparece en BUDDY_ADMINS sigue en la administración: eso lo cambian quienes llevan el servidor.',
    again: 'Otra función',
    audit: 'Quién hizo qué',
  },
  settings: {
    title: 'Ajustes del programa',
    intro: 'Todos ven a quién atiende el programa.',
    professions: 'Profesiones que atiende',
    professionsHint: 'Si no eliges ninguna, atiende a todas.',
    hours: 'Horas para contestar',
    hoursHint:
      'Cuánto tiempo tiene quien da apoyo, y luego la dirección, antes de avisar a quien sigue: de 4 a 72.',
    notHours: 'Escribe un número de 4 a 72.',
    offersNext: 'Cuando alguien no puede o no contesta',
    next: 'Pedirlo enseguida a quien siga',
    wait: 'Esperar a la dirección',
    meeting: 'Próxima reunión de quienes dan apoyo',
    meetingHint: 'Toda la lista recibe un aviso una semana antes y el mismo día.',
    notADay: 'Elige un día que todavía no ha pasado.',
    submit: 'Guardar',
    saved: 'Guardado.',
  },
  notYou: 'Esto es para quienes llevan el programa.',
};
