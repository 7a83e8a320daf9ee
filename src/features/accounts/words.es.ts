import type { Words } from '../../chat/card.ts';
import type { Platform } from '../../chat/person.ts';
import { command } from '../../chat/say.ts';
import type { Translated } from '../../chat/translated.ts';
import { words as codeWords } from '../codes/words.es.ts';
import type { LinkRefusal } from './rules.ts';
import type { words as en } from './words.en.ts';

/** Where, in a sentence. */
const where: Record<Platform, string> = {
  slack: 'en Slack',
  teams: 'en Teams',
  playground: 'en la demostración',
};

/** Whose account it is, in a list. */
const held: Record<Platform, string> = { slack: 'Slack', teams: 'Teams', playground: 'la demostración' };

function wheres(platforms: readonly Platform[]): string {
  return platforms.map((platform) => where[platform]).join(' y ');
}

/** Why two accounts can't be linked as was asked. `there` is the platform on which the code was made. */
const refusals: Record<LinkRefusal, (there: Platform) => Words> = {
  'own-code': () => 'Ese código se hizo con esta cuenta. Escríbelo en la otra.',
  'same-platform': (there) =>
    `Ese código también se hizo ${where[there]}. Solo une cuentas de dos plataformas distintas.`,
  'already-linked': () => ['Estas dos cuentas ya están vinculadas. Para verlo: ', command('vincular')],
  'linked-elsewhere': () => [
    'Esta cuenta ya está vinculada con otra. Para desvincularla primero: ',
    command('vincular'),
  ],
  'make-it-here': (there) => [
    'Tus buddies, invitaciones o códigos están en esta cuenta, y aquí se quedan. Haz el código aquí, con ',
    command('vincular'),
    `, y escríbelo ${where[there]}.`,
  ],
  'both-in-use': () =>
    'Cada una de tus dos cuentas tiene un buddy, una invitación o un código, y no sabría cuál conservar. Cuando una de las dos no tenga nada, se pueden vincular.',
};

/** Every sentence about using Buddy with two accounts. */
export const words: Translated<typeof en> = {
  hereIsACode: (platforms) =>
    `Usa este código para vincular tus dos cuentas y tener los mismos buddies ${wheres(platforms)}. Sirve por 15 minutos. Escribe:`,
  onlyYou: 'Sirve una sola vez. No lo compartas: quien lo escriba puede usar Buddy como si fueras tú.',
  nothingYet: (others) =>
    `Esta cuenta todavía no ha usado Buddy. Si la otra ya lo usó, escribe ${others.map((other) => codeWords.typedOn[other]('vincular')).join(' o ')}, y pon aquí el código que te dé:`,
  enter: 'Tengo un código',
  onePlatform: (here) => `Aquí Buddy solo está ${where[here]}, así que no hay otra cuenta que vincular.`,

  formTitle: 'Vincular dos cuentas',
  formIntro: 'Escribe el código que Buddy te mostró en tu otra cuenta.',
  code: 'Código',
  codeHint: 'Como 7K3M-Q9XD',
  submit: 'Vincular',

  wrong:
    'Ese código no sirve, o ya no. Tal vez tiene un error, ya se usó o pasaron más de 15 minutos. Haz uno nuevo en tu otra cuenta.',
  tooMany: 'Varios códigos seguidos no sirvieron. Vuelve a intentarlo en una hora.',
  refusals,

  linked: (platforms) =>
    `Tus cuentas ${wheres(platforms)} están vinculadas: tienes los mismos buddies en las dos.`,
  goTo: (platform) => `Te mando las preguntas del lunes y todo lo demás ${where[platform]}.`,
  prefer: (platform) => `Mándamelo ${where[platform]}`,
  unlink: 'Desvincular',
  wasLinked: (platform) =>
    `Tu cuenta ${where[platform]} ya está vinculada con esta: tienes los mismos buddies en las dos. Si no fuiste tú, desvincúlala.`,
  unlinked: (kept) =>
    `Tus cuentas ya no están vinculadas. Tus buddies y tus preguntas del lunes se quedan ${where[kept]}.`,
  notLinked: 'Esta cuenta no está vinculada con ninguna otra. No cambió nada.',
  useBoth: (platforms) => `Uso Buddy ${wheres(platforms)}`,

  held: {
    linked: 'Tu otra cuenta',
    goTo: 'Los mensajes van a',
    linkCodes: 'Códigos para vincular una cuenta',
  },
  heldAccount: (platform) => `tu cuenta en ${held[platform]}`,
  heldLinked: (name, platform, since) => `${name}, tu cuenta en ${held[platform]}, vinculada desde ${since}`,
  heldCode: (until) => `uno que sirve hasta ${until}; el código en sí no se guarda`,
};
