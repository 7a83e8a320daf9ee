import type { Words } from '../../chat/card.ts';
import type { Platform } from '../../chat/person.ts';
import { command } from '../../chat/say.ts';
import type { Translated } from '../../chat/translated.ts';
import type { words as en } from './words.en.ts';

/** How it's typed there: for someone who's told of it on another platform. */
const typedOn: Record<Platform, (typed: string) => string> = {
  slack: (typed) => `/buddy ${typed} en Slack`,
  teams: (typed) => `${typed} a Buddy en Teams`,
  playground: (typed) => `/buddy ${typed} en la demostración`,
};

/** A colleague may be on any of the platforms that Buddy serves here; where that is one, it is the reader's. */
function typedSomewhere(typed: string, platforms: readonly Platform[]): Exclude<Words, string> {
  if (platforms.length < 2) return [command(typed)];
  return [platforms.map((platform) => typedOn[platform](typed)).join(', o ')];
}

export const words: Translated<typeof en> = {
  typedOn,
  hereIsACode: 'Aquí tienes un código para una persona. Dáselo en persona o mándaselo:',
  howToUse: (code, until, platforms) => [
    'Esa persona escribe ',
    ...typedSomewhere(`join ${code}`, platforms),
    `. Ese es su sí, y ya son buddies. Sirve una sola vez, hasta el ${until}.`,
  ],
  oldestStopped: 'Solo puede haber cinco códigos a la vez, así que el más antiguo ya no sirve.',
  onlyNow: 'No lo puedo mostrar otra vez: cópialo ahora, o haz uno nuevo cuando quieras.',

  notHereYet:
    'Esa persona no tiene la aplicación aquí, así que no puedo escribirle. Mándale esto, ya está listo para copiar:',
  passOn: (code) => [
    '¿Quieres ser mi buddy? Hablamos un ratito por semana, solo tú y yo. Abre la aplicación Buddy y escribe: ',
    command(`join ${code}`),
  ],
  whenTheyDo: (until) =>
    `Cuando lo haga, ese es su sí, y ya son buddies. Sirve una sola vez, hasta el ${until}.`,

  typeTheCode: [
    'Escribe el código después de la palabra, como ',
    command('unirme 7K3M-Q9XD'),
    ', o ponlo aquí:',
  ],
  haveCode: 'Tengo un código',
  joinTitle: 'Unirme con un código',
  joinIntro: 'Alguien del trabajo te dio un código. Al ponerlo, ya son buddies.',
  code: 'Código',
  codeHint: 'Como 7K3M-Q9XD',
  join: 'Unirme',

  notACode: 'Eso no parece un código. Tiene ocho letras y números, como 7K3M-Q9XD.',
  wrong:
    'Ese código no sirve, o ya no. Tal vez tiene un error, ya se usó o es muy viejo. Revísalo con quien te lo dio.',
  tooMany:
    'Varios códigos seguidos no sirvieron. Vuelve a intentarlo en una hora, y revísalo con quien te lo dio.',
  yours: 'Ese código es tuyo. Dáselo a alguien: así serán buddies.',
  alreadyBuddies: (buddy) => ['Tú y ', buddy, ' ya son buddies. El código todavía sirve para otra persona.'],

  held: { codes: 'Códigos que hiciste', wrongCodes: 'Códigos que no sirvieron' },
  heldCode: (until) => `uno que sirve hasta ${until}; el código en sí no se guarda`,
  heldWrongCodes: (count) => `${count} en la última hora`,
};
