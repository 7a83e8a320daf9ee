import { type IsoWeek, mondayOf } from '../../calendar/iso-week.ts';
import type { Translated } from '../../chat/translated.ts';
import { questionMaxLength } from '../../content/shapes.ts';
import type { QuestionSetsTable } from './table.ts';
import type { WeekQuestions } from './week-questions.ts';
import type { words as en } from './words.en.ts';

/** "30 de noviembre", the Monday of a week. */
function dayAndMonth(week: IsoWeek): string {
  const { year, month, day } = mondayOf(week);
  const parts = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('es-US', parts).format(Date.UTC(year, month - 1, day));
}

/** "lunes 30 de noviembre (2026-W49)" */
function weekLabel(week: IsoWeek): string {
  return `lunes ${dayAndMonth(week)} (${week})`;
}

const standing: Record<QuestionSetsTable['source'], string> = {
  posted: 'publicadas',
  bank: 'del banco',
  none: 'sin mensaje',
};

/** "7 de diciembre, del banco: ¿Qué salió bien?", to pick a week from: a platform may cut it at its end. */
function weekAsItStands({ week, source, first }: WeekQuestions): string {
  const said = source === 'none' ? standing.none : `${standing[source]}: ${first}`;
  return `${dayAndMonth(week)} (${week}), ${said}`;
}

/** What Monday's message says besides the questions; the nudges room says the rest. */
const weekly: Translated<typeof en.weekly> = {
  heading: 'Las dos preguntas de la semana',
  headingWith: (name) => `Dos preguntas para ti y ${name}`,
  answer: 'Respondan una, las dos o ninguna.',
  halfAnHour: 'Para cuando tengan media hora:',
  long: 'De vez en cuando, que sea un rato más largo: una comida, una caminata, lo que les guste.',
  howToLong: 'Ideas para un rato más largo',
  notNow: 'Recuérdamelo:',
  neverSees: 'Buddy no puede ver lo que dicen, y no guarda nada de eso. ¿Una semana difícil?',
  support: 'Busca apoyo ahora',
};

/** `/buddy questions`, for everyone. */
const show: Translated<typeof en.show> = {
  thisWeek: 'Esta semana',
  noNudge: 'Esta vez no hay preguntas. Es un descanso planeado, y saludarse siempre sirve.',
  areOut: 'Ya salieron: a quienes tienen buddy les llegan el lunes, a cada quien a su hora.',
  notOutYet: 'Todavía no salen, y pueden cambiar.',
};

const source: Translated<typeof en.admin.source> = {
  posted: 'Publicadas',
  bank: 'Del banco',
  none: 'Sin mensaje',
};

/** `/buddy admin`. */
const admin: Translated<typeof en.admin> = {
  heading: 'Las preguntas de la semana',
  howItWorks:
    'A quienes tienen buddy les llegan dos preguntas el lunes. Si dejas una semana en blanco, Buddy las toma del banco de preguntas.',
  columns: ['Lunes', 'Preguntas', 'Primera pregunta'],
  source,
  alreadyOut: 'Ya salieron',
  post: 'Publicar preguntas',
  all: 'Todas las semanas',
  editWeek: 'Cambiar una semana',
  sendMeNext: 'Mándame las próximas',
  skip: 'Una semana sin mensaje',
  import: 'Pegar muchas semanas',
  move: 'Intercambiar dos semanas',
  holidays: 'Feriados',
  notYou:
    'Aquí solo unas pocas personas pueden hacer esto. Pregunta a quien dirige el programa, y en informática te pueden agregar.',
  yourEntry: (key) => `Para informática: BUDDY_ADMINS, ${key}`,
};

/** The form for a week's questions, and its confirmation. */
const post: Translated<typeof en.post> = {
  title: 'Publicar preguntas',
  intro:
    'A quienes tienen buddy les llegan estas dos ese lunes, tal como las escribas. Conversan entre ellos; Buddy nunca recibe una respuesta.',
  submit: 'Guardar',
  week: '¿Para qué lunes?',
  first: 'Primera pregunta, en inglés',
  second: 'Segunda pregunta, en inglés',
  firstInSpanish: 'Primera pregunta en español',
  secondInSpanish: 'Segunda pregunta en español',
  withoutSpanish: 'Si dejas las dos en blanco, todo el mundo lee estas preguntas en inglés.',
  inTheBank: (monday, question) => `En el banco para el ${monday}: ${question}`,
  note: 'Una línea antes de las preguntas',
  noteHint: 'Solo si hay algo que decir, por ejemplo un día feriado.',
  replace: 'Si ese lunes ya tiene preguntas',
  replaceHint: 'Solo si lo marcas: si no, se queda lo que ya está.',
  replaceYes: 'Reemplazarlas',
  bringsBack: 'Ese lunes estaba planeado sin mensaje. Ahora vuelve a tener uno.',
  backToBank: 'Volver al banco',
  isBank: (monday, first, second) => `El ${monday} vuelve a tener preguntas del banco: ${first} ${second}`,
  nothingPosted: (monday) => `No hay nada publicado para el ${monday}, así que no cambió nada.`,
  saved: (monday) => `Guardado para el ${monday}.`,
  canStillChange: 'Las puedes cambiar hasta que ese lunes salga el primer mensaje.',
  sendMe: 'Mándamelo',
  edit: 'Cambiar',
};

/** A week without a nudge. */
const skip: Translated<typeof en.skip> = {
  title: 'Una semana sin mensaje',
  intro:
    'Para un feriado, o una semana en que dos preguntas serían demasiado. Los buddies pueden hablar igual, claro.',
  submit: 'Guardar',
  week: '¿Qué lunes?',
  what: '¿Qué se envía?',
  none: 'Nada',
  ask: 'Dos preguntas, como siempre',
  noNudge: (monday) => `El ${monday} no se envía nada. A nadie se le dice por qué, y no hace falta.`,
  asUsual: (monday) => `El ${monday} se envían dos preguntas, como siempre.`,
  again: 'Otra semana',
};

/** Questions of many weeks at once, pasted. */
const imported: Translated<typeof en.import> = {
  title: 'Pegar muchas semanas',
  how: 'Pega las preguntas de hasta medio año, en inglés. Primero ves cada semana, y nada se publica hasta que digas que sí. Los lunes sin mensaje, como los feriados, se saltan.',
  look: 'Ver primero',
  from: 'Primer lunes',
  fromHint: 'Las demás semanas siguen, una por una.',
  text: 'Preguntas',
  textHint:
    'Un párrafo por semana: la primera pregunta en una línea, la segunda en la siguiente, y una línea en blanco. O copia dos columnas de Excel, una fila por semana.',
  replaces: (first) => `Reemplaza: “${first}”`,
  before: (monday) => `Ya se preguntó el ${monday}`,
  wouldBe: (count) =>
    count === 1
      ? 'Así quedaría la semana. Todavía no se publica nada.'
      : `Así quedarían las ${count} semanas. Todavía no se publica nada.`,
  sure: '¿Publicarlas todas?',
  sureHint:
    'Para cambiar algo antes, corrige el texto de abajo y deja esto en blanco: verás las semanas otra vez. “Reemplaza” muestra lo que se quitaría.',
  yes: 'Sí, publicarlas',
  submit: 'Seguir',
  taken: (count, first, last) =>
    count === 1 ? `Publicado para el ${first}.` : `Publicadas ${count} semanas, del ${first} al ${last}.`,
  more: 'Pegar más',
  faults: {
    empty: 'Pega al menos una semana: dos líneas, una para cada pregunta.',
    tooMany: (most) => `Máximo ${most} semanas a la vez. Pega las demás después.`,
    lines: (paragraph, lines) =>
      lines === 1
        ? `El párrafo ${paragraph} tiene una línea. Una semana necesita dos.`
        : `El párrafo ${paragraph} tiene ${lines} líneas. Una semana tiene dos, y luego una línea en blanco.`,
    cells: (row, cells) =>
      cells === 1
        ? `La fila ${row} tiene una pregunta. Una semana necesita dos.`
        : `La fila ${row} tiene ${cells} columnas. Copia solo las dos de las preguntas.`,
    quotes: 'Unas comillas se abren y no se cierran. Revisa la tabla y cópiala otra vez.',
    tooLong: (count) => `Semana pegada ${count}: una pregunta pasa de ${questionMaxLength} caracteres.`,
    cannot: (count) => `La semana pegada ${count} quedaría a más de dos años.`,
  },
};

/** Two weeks that change places. */
const move: Translated<typeof en.move> = {
  title: 'Intercambiar semanas',
  intro:
    'Cada una de las dos pregunta lo que iba a preguntar la otra. La línea antes de las preguntas se queda donde está.',
  submit: 'Intercambiar',
  week: '¿Qué lunes?',
  to: '¿Con qué lunes?',
  same: 'Es el mismo lunes. Elige otro.',
  noQuestions: 'Ese lunes no se envía nada. Elige otro, o primero ponle preguntas.',
  nowAsks: (monday) => `El ${monday} ahora pregunta:`,
  again: 'Intercambiar otras dos',
};

/** The year's weeks without a message. */
const holidays: Translated<typeof en.holidays> = {
  title: 'Feriados',
  intro:
    'Elige cada lunes del próximo año en que no debe enviarse nada. Todos los demás se envían dos preguntas.',
  submit: 'Guardar',
  weeks: 'No se envía nada el',
  none: 'Todos los lunes del próximo año se envían dos preguntas.',
  are: (mondays) => `En el próximo año no se envía nada el ${mondays.join('; ')}.`,
  change: 'Cambiar los feriados',
};

/** Beside a question that comes close to one of the last two years. */
function askedBefore(monday: string, question: string): string {
  return `Ya se preguntó el ${monday}: “${question}”`;
}

/** The message as it'll arrive, sent to the administrator alone. Says what the nudges and check-ins rooms will say. */
const preview: Translated<typeof en.preview> = {
  onItsWay: (monday) => `El mensaje del ${monday} va en camino a ti. Nadie más lo recibe ahora.`,
  noNudge: (monday) => `El ${monday} no tiene mensaje, así que no hay nada que mandar.`,
  heading: 'Dos preguntas para ti y tu buddy',
  buddy: 'Tú y tu buddy: con un mensaje, una llamada o un café basta.',
  weCheckedIn: 'Ya hablamos',
  later: ['Esta noche', 'Después de mi turno', 'Mañana', 'El jueves'],
  isPreview: (monday) => `Una muestra del ${monday}, solo para ti. Sus botones no anotan nada.`,
  nothingRecorded: 'Era una muestra, así que no se anotó nada.',
};

const faults: Translated<typeof en.faults> = {
  taken: (first) =>
    `Ese lunes ya pregunta: “${first}” Para poner las tuyas, elige “Reemplazarlas” abajo, o escoge otro lunes.`,
  'no-week': 'Elige un lunes, o escribe su semana así: 2026-W48.',
  past: 'Ese lunes ya pasó. Elige una semana más adelante.',
  'too-far': 'Faltan más de dos años para eso. Elige una semana más cercana.',
  frozen:
    'Las preguntas de ese lunes ya salieron, así que se quedan como están. Elige una semana más adelante.',
  missing: 'Un lunes necesita dos preguntas. Escribe esta también.',
  'too-long': (length) =>
    `Máximo ${questionMaxLength} caracteres, para que quepa en un teléfono. Aquí hay ${length}.`,
  'no-choice': 'Elige una de las dos.',
};

export const words: Translated<typeof en> = {
  weekLabel,
  weekAsItStands,
  dayAndMonth,
  weekly,
  show,
  admin,
  post,
  skip,
  import: imported,
  move,
  holidays,
  askedBefore,
  preview,
  faults,
};
