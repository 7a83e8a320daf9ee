import { command } from '../../chat/say.ts';
import type { Translated } from '../../chat/translated.ts';
import type { words as en } from './words.en.ts';

export const words: Translated<typeof en> = {
  weCheckedIn: 'Ya hablamos',
  checkedInWith: (name) => `Ya hablamos ${name} y yo`,
  undo: 'Todavía no, deshacer',
  undoWith: (name) => `Deshacer que ya hablamos ${name} y yo`,
  undone: (buddy) => ['Listo, ya no cuenta. El botón vuelve a estar ahí para ti y ', buddy, '.'],
  tooLateToUndo:
    'Esto solo se puede deshacer el mismo día, y solo quien lo marcó puede hacerlo. No cambió nada.',
  checkedIn: (buddy) => ['Tú y ', buddy, ' ya hablaron esta semana.'],
  notYet: (buddy) => ['Tú y ', buddy, '. Con un mensaje, una llamada o un café basta.'],
  away: (buddy) => [buddy, ' no está disponible por un tiempo. Igual puedes escribirle tú.'],

  yourBuddies: 'Tus buddies',
  noBuddy: 'Todavía no tienes un buddy aquí.',
  choose: 'Elegir un buddy',
  invite: 'Invitar a alguien',
  haveCode: 'Tengo un código',
  questions: (first, second) => `Esta semana: ${first} ${second}`,
  notDelivered: {
    unreachable:
      'El mensaje de esta semana no te pudo llegar: Buddy estaba bloqueado o no estaba instalado. Aquí tienes las preguntas de todos modos:',
    failed:
      'El mensaje de esta semana no se pudo enviar. En informática pueden ver por qué. Aquí tienes las preguntas de todos modos:',
    missed:
      'El mensaje de esta semana iba a llegar demasiado tarde, así que no se envió. Aquí tienes las preguntas de todos modos:',
  },
  noQuestions: 'Esta semana no hay preguntas.',
  next: (when) => `El ${when} llegan tus próximas dos preguntas.`,
  paused: 'Tus preguntas del lunes están en pausa hasta que las reanudes.',
  pausedUntil: (day) => `Tus preguntas del lunes están en pausa hasta el ${day}.`,
  resume: 'Reanudar',
  waitingFor: (invitee) => ['Tu invitación a ', invitee, ' espera respuesta.'],
  takeBack: 'Retirarla',
  invitedBy: (inviter) => ['A ', inviter, ' le gustaría que fueran buddies.'],
  andMore: (count) => `Y ${count} más.`,

  noted: (buddy) => ['Anotado: tú y ', buddy, ' ya hablaron esta semana.'],
  notedForItsWeek: (buddy) => ['Anotado para la semana de ese mensaje: tú y ', buddy, ' ya hablaron.'],
  weekClosed: 'Esa semana ya cerró, y no pasa nada. No tienes que hacer nada.',
  notYours: ['Ese botón es de un buddy anterior, así que no se anotó nada. Tus buddies: ', command('estado')],

  reachWhom: '¿A quién te gustaría avisarle?',
  reachOne: (name) => `Avisar a ${name}`,
  couldUse: (member) => [
    member,
    ' me pidió decirte que le vendría bien hablar contigo. Cuando puedas, con un mensaje o una llamada basta.',
  ],
  iWill: 'Yo le hablo',
  willDo: (asker) => ['Gracias. Ya le dije a ', asker, ' que le vas a hablar.'],
  willCheckIn: (buddy) => [buddy, ' te va a hablar.'],
  noLongerBuddies: 'Ustedes ya no son buddies aquí, así que no le dije nada.',
  howToListen: 'Cómo escuchar',
  reached: (buddy) => [
    'Le estoy avisando a ',
    buddy,
    ' que te vendría bien hablar. No sé cuándo lo va a ver. Si no puede esperar, estas líneas contestan ahora.',
  ],
  lines: 'Busca apoyo ahora',
  notReached: (buddy) => [
    'No pude comunicarme con ',
    buddy,
    '. Si puedes, llámale. Si no puede esperar, estas líneas contestan ahora.',
  ],
  cannotReach: (buddy) => [
    'Por ahora mis mensajes no le llegan a ',
    buddy,
    '. Siguen siendo buddies. Si puedes, búscale en persona.',
  ],
  reachedOften: (buddy) => [
    buddy,
    ' ya tiene tu mensaje de hoy, así que no mandé otro. Si puedes, llámale. Si no puede esperar, estas líneas contestan ahora.',
  ],
  reachedAway: (buddy) => [
    buddy,
    ' no está disponible por un tiempo, así que no mandé nada. Puedes escribirle tú. Si no puede esperar, estas líneas contestan ahora.',
  ],

  held: { checkins: 'Semanas en que hablaron', reaches: 'Veces que se pidió hablar' },
  heldCheckins: (name, mondays) => `con ${name}, semana del ${mondays}`,
  heldReach: (name, byMe, when) =>
    byMe ? `se lo pediste a ${name} el ${when}` : `${name} te lo pidió el ${when}`,
};
