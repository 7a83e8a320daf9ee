import type { Mention, Words } from '../../chat/card.ts';
import { askColleagueInSpanish, command } from '../../chat/say.ts';
import type { Translated } from '../../chat/translated.ts';
import type { InvitationRefusal } from './rules.ts';
import type { InvitationStatus } from './table.ts';
import type { words as en } from './words.en.ts';

const statuses: Record<InvitationStatus, string> = {
  waiting: 'en espera',
  accepted: 'aceptada',
  declined: 'ahora no',
  withdrawn: 'retirada',
  expired: 'esperó demasiado',
};

/** Why not; the rooms to the right say some of these too. */
const refusals = {
  yourself: () => ['Esa persona eres tú. Para invitar a alguien: ', askColleagueInSpanish],
  unknown: () => [
    'No encuentro a esa persona aquí. Revisa el nombre, o dale un código: ',
    command('invitar'),
  ],
  bot: () => ['Eso es una aplicación, no una persona. Menciona a alguien: ', askColleagueInSpanish],
  deactivated: (invitee) => [invitee, ' no tiene una cuenta activa aquí, así que no puedo invitarle.'],
  guest: (invitee) => [
    'Aquí las cuentas de invitado no pueden usar Buddy, así que no pude invitar a ',
    invitee,
    '. Ustedes pueden hablar cada semana de todos modos, sin mí.',
  ],
  'sender-is-guest': () => [
    'Aquí las cuentas de invitado no pueden usar Buddy. Las líneas de ',
    command('recursos'),
    ' también son para ti.',
  ],
  'already-buddies': (invitee) => ['Tú y ', invitee, ' ya son buddies. Salúdense hoy.'],
  'you-are-full': () => [
    'Ya tienes todos los buddies que Buddy permite aquí. Para hacer lugar, termina primero con alguien: ',
    command('terminar'),
  ],
  'already-waiting': (invitee) => [
    'Ya invitaste a ',
    invitee,
    ', y la invitación sigue en espera. Te aviso cuando responda.',
  ],
  'asked-often': (invitee) => [
    'Ya invitaste a ',
    invitee,
    ' varias veces este mes. Deja pasar un tiempo, o díselo en persona.',
  ],
  'many-waiting': () => [
    'Diez de tus invitaciones siguen en espera. Espera una respuesta, o retira una: ',
    command('estado'),
  ],
  'many-today': () => [
    'Invitaste a diez personas en un día. Dales tiempo de responder, e invita a otras mañana. También puedes invitar en persona, o con un código: ',
    command('invitar'),
  ],
  'many-this-month': () => [
    'Invitaste a treinta personas en un mes, y no paso más invitaciones que esas. También puedes invitar en persona, o con un código: ',
    command('invitar'),
  ],
} satisfies Record<InvitationRefusal, (invitee: Mention) => Words>;

export const words: Translated<typeof en> = {
  wouldLike: (inviter) => ['A ', inviter, ' le gustaría que fueran buddies.'],
  whatItIs:
    'Los buddies hablan más o menos una vez por semana: un mensaje, una llamada, un café. Con minuto y medio basta. Cada lunes reciben dos preguntas para conversar. Buddy no lee ni guarda lo que dicen. Tu trabajo puede guardar los chats, así que lo privado mejor por teléfono o en persona.',
  accept: 'Aceptar',
  notNow: 'Ahora no',
  notAgain: 'No volver a preguntarme',
  waitsUntil: (day) => `Decir que ahora no está bien. La invitación espera hasta el ${day}.`,

  sent: (invitee) => ['Ya invité a ', invitee, '. Te aviso cuando responda; puede tardar unos días.'],
  withdrawButton: 'Retirarla',
  withdrawn: (invitee) => ['Retirada. ', invitee, ' ya no puede aceptarla, y no le volveré a preguntar.'],
  nothingToWithdraw: 'Esa invitación ya no está en espera, así que no hay nada que retirar.',

  declined: (inviter) => [
    'Dijiste que ahora no, y está bien. Si más adelante te viene mejor, puedes invitar tú a ',
    inviter,
    '.',
  ],
  wasDeclined: (invitee) => [
    invitee,
    ' dijo que ahora no. Buddy nunca pregunta por qué. Puedes invitar a otra persona, o volver a intentarlo más adelante.',
  ],
  refused: (inviter) => ['Listo. No te paso otra invitación de ', inviter, '. Solo le digo que ahora no.'],
  refusedMeans: 'Tú todavía puedes invitarle. Todo está en tus ajustes.',
  byNobody: 'Que nadie me invite',
  takeBack: 'Deshacer eso',
  nobodyAsks:
    'No te paso invitaciones; a quien te invite solo le digo que ahora no. Tú todavía puedes invitar, y un código sigue sirviendo.',
  anyoneAsks: 'Cualquiera del trabajo te puede invitar.',
  someDoNotAsk: 'No te paso invitaciones de quienes no quieres que te vuelvan a invitar.',
  allow: 'Que me puedan invitar',
  allowed: 'Listo. Te pueden volver a invitar.',
  allowedOne: (inviter) => ['Listo. ', inviter, ' te puede volver a invitar.'],

  whomToAsk: '¿A quién podría invitar?',

  closed: 'Esta invitación ya se cerró. No tienes que hacer nada.',
  closedBetween: (other) => ['La invitación entre tú y ', other, ' ya se cerró. No tienes que hacer nada.'],
  saidYesButFull: (invitee) => [
    invitee,
    ' dijo que sí a tu invitación. Ya tienes todos los buddies que Buddy permite aquí, así que se cerró por ahora. Si quieres hacer lugar: ',
    command('terminar'),
    '. Después vuelve a invitarle.',
  ],
  waitedTooLong: (invitee) => [
    'Tu invitación a ',
    invitee,
    ' esperó dos semanas y se cerró sola. Hay semanas muy llenas. En persona suele funcionar mejor, o con un código: ',
    command('invitar'),
    '.',
  ],

  notReached: (invitee) => [
    'No pude comunicarme con ',
    invitee,
    ' aquí. En persona suele funcionar mejor, o con un código: ',
    command('invitar'),
  ],

  inviteeGone: (name) =>
    `${name} no usa Buddy, así que tu invitación se cerró. No tiene nada que ver contigo.`,

  inviteTitle: 'Invitar a alguien',
  inviteIntro: 'Recibe un solo mensaje y puede decir que ahora no. Si acepta, ya son buddies.',
  colleague: 'Persona',
  inviteSubmit: 'Invitar',
  pickSomebody: 'Primero elige a una persona.',
  nameNotKnown:
    'Todavía no conozco aquí a nadie con ese nombre, así que elige tú a la persona. Recibe un solo mensaje y puede decir que ahora no.',
  onePerson: 'Se invita a una persona a la vez. ¿A quién te gustaría invitar?',
  nobodyOfThatName: 'Todavía no conozco aquí a nadie con ese nombre. Elige a la persona y yo la invito.',
  whichOne: 'Hay más de una persona con ese nombre aquí. ¿A cuál te refieres?',
  askOne: (name) => `Invitar a ${name}`,
  pickFromAll: 'Elegir entre todos',

  refusals,

  held: {
    sent: 'Invitaciones que mandaste',
    received: 'Invitaciones que recibiste',
    refusals: 'Que no te vuelvan a invitar',
  },
  heldRefusal: (by, since) =>
    by === 'anyone'
      ? `nadie, desde ${since}`
      : `una persona que te invitó, desde ${since}; su nombre no se guarda`,
  heldInvitation: (name, status, until) =>
    status === 'waiting' ? `${name}, en espera hasta ${until}` : `${name}, ${statuses[status]}`,
};
