import type { Platform } from '../../chat/person.ts';
import type { Translated } from '../../chat/translated.ts';
import type { words as english } from './words.en.ts';

const platforms: Record<Platform, string> = { slack: 'Slack', teams: 'Teams', playground: 'la demostración' };

export const words: Translated<typeof english> = {
  title: 'Un colega',
  gone: 'Esta solicitud ya no está abierta. No se guarda nada de ella.',
  name: 'Quién',
  reach: 'Cómo localizarle',
  byChat: (name, elsewhere) =>
    elsewhere === null
      ? `Escribe a ${name} aquí en el chat.`
      : `Escribe a ${name} por ${platforms[elsewhere]}.`,
  kind: 'De qué se trata',
  soon: 'Cuándo',
  today: 'Hoy, por favor',
  week: 'Esta semana',
  askedBy: 'Quién lo pidió',
  forOneself: 'Lo pidió la propia persona',
  group: 'También se ofreció una conversación en grupo.',
  youWrite: 'Escribes o llamas tú. Buddy nunca le escribe.',
  firstTry: 'Palabras que puedes copiar',
  secondTry: 'Un segundo intento, a los tres días. Nunca hay un tercero',
  voicemail: 'Para el buzón de voz',
  afterNo: 'Después de un no',
  howTo: 'Cómo hacerlo',
  howToGroup: 'Cómo hablar en grupo',
  outcome: 'Cómo va',
  outcomes: {
    reached: 'Ya me puse en contacto',
    cannot: 'Esta vez no puedo',
    talking: 'Estamos hablando',
    declined: 'Ahora no, y está bien',
    'no-answer': 'Todavía sin respuesta',
    done: 'Terminado',
  },
  noOutcome: 'Elige una opción.',
  submit: 'Guardar',
  saved: 'Guardado. No se escribe nada más.',
  until: (by) => `Di, por favor, antes del ${by} si puedes. Si no, se le pide a la siguiente persona.`,

  thanksTitle: 'Gracias',
  cannotThanks: 'Está bien decirlo. Se le pedirá a otra persona.',
  closed: 'Gracias por estar ahí. Todo lo relacionado con ello ya desapareció.',
  declinedThanks:
    'Acercarse ya fue la ayuda. Todo lo relacionado con ello ya desapareció, y la puerta sigue abierta.',
  passOn: 'Por si alguna vez lo quiere, puedes pasarle esto:',
  groupQuestion: '¿También hablaron en grupo?',
  onwardQuestion: '¿Quiso saber de otras ayudas?',
  onwardYes: 'Sí',
  onwardNo: 'No',
  remind: 'Recuérdamelo en cuatro semanas',
  willRemind: 'Te lo recordaré en cuatro semanas, sin ningún nombre.',
  counted: 'Eso era todo lo que quería preguntar.',
  howAreYou: '¿Y tú cómo estás?',
  yourSupporter: (name) => `La persona que te apoya a ti es ${name}.`,
  fourWeeks: 'Hace cuatro semanas estuviste ahí para un colega. Si te parece bien, escríbele.',
  notSupporter: 'Esto es para quienes apoyan a colegas.',
};
