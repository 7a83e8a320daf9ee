import type { Translated } from '../../chat/translated.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  nominate: {
    title: 'Proponer a un colega',
    intro:
      '¿A quién llamarías después de un turno difícil? La dirección del programa ve el nombre, y que viene de colegas. Nadie ve que fuiste tú. Cuentan como máximo diez nombres por persona al mes.',
    person: 'Colega',
    submit: 'Proponer',
    yourself: 'Ese nombre es el tuyo. Pide a un colega que te proponga.',
    unknown: 'No encuentro a esta persona. Quizá todavía no tiene Buddy.',
    thanks: 'Gracias. La dirección ve el nombre. A nadie se le dice que viene de ti.',
  },
  list: {
    title: 'Propuestos por colegas',
    intro: 'Nadie ve quién los propuso. Al invitar a alguien se le pregunta, y su nombre sale de esta lista.',
    nobody: 'Todavía no se ha propuesto a nadie.',
    many: 'Nombre propuesto por tres colegas o más',
    few: 'Nombre propuesto por menos de tres',
    invite: 'Invitar',
    inviteOne: (name) => `Invitar a ${name}`,
    inviteOther: 'Invitar a otra persona',
    waiting: 'Tiene una invitación sin contestar',
    roster: 'Colegas que apoyan',
  },
  invite: {
    title: 'Invitar a dar apoyo',
    intro: 'Recibe un mensaje que dice qué se le pide, y puede decir que no con un toque.',
    person: 'Colega',
    submit: 'Invitar',
    unknown: 'No puedo escribir a esta persona. Quizá todavía no tiene Buddy.',
    already: (name) => `${name} ya tiene una invitación o ya da apoyo.`,
    done: (name) => `${name} tiene su invitación.`,
    gone: 'Este nombre ya no está en la lista.',
  },
  invitation: {
    heading: '¿Quieres dar apoyo a colegas?',
    why: 'Tus colegas piensan que sabes escuchar; por eso te lo pide la dirección del programa de apoyo.',
    what: 'Es más o menos una hora, unas pocas veces al año, con un colega que ha vivido algo difícil. Antes recibes formación. Nada de lo que se habla se anota, ni tú ni Buddy.',
    control:
      'Tú decides qué ven los demás de ti, cuántas veces se te pide y cuándo no estás. Puedes dejarlo con un toque.',
    yes: 'Sí, quiero',
    no: 'No es para mí',
    closed: 'Esta invitación ya no está abierta.',
    declined: 'Está perfectamente bien. No se guarda nada de esto.',
    welcome: 'Gracias por decir que sí.',
    next: 'Ahora llena tu ficha. La formación viene antes de que alguien te necesite.',
    openCard: 'Llenar mi ficha',
  },
  remove: {
    back: 'Colegas que apoyan',
    title: '¿Quitar de la lista?',
    ask: (name) =>
      `${name} sale de la lista, se borra su ficha y lo que tiene abierto se ofrece a otra persona. Díselo tú, por favor.`,
    yes: 'Quitar de la lista',
    done: (name) => `${name} ya no está en la lista.`,
    askInvited: (name) => `${name} todavía no ha contestado. ¿Retirar la invitación?`,
    takeBack: 'Retirar',
    takeBackOf: (name) => `Retirar la invitación de ${name}`,
    takenBack: (name) => `La invitación de ${name} está retirada.`,
  },
  held: {
    named: 'Propuesta para dar apoyo',
    naming: 'Colegas que propusiste',
  },
  heldNamed: (until) =>
    `Alguien propuso tu nombre para dar apoyo. No se muestra quién. Se guarda hasta que se te pregunte, y como máximo hasta el ${until}`,
  heldNaming: (count, until) =>
    `${count === 1 ? 'un colega' : `${count} colegas`}. Que fuiste tú se guarda como huella, para que cuente una vez. Lo último se borra después del ${until}`,
};
