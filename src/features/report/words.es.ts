import type { Translated } from '../../chat/translated.ts';
import type { words as en } from './words.en.ts';

export const words: Translated<typeof en> = {
  title: 'Buddy: cómo va el programa',
  upTo: (day) => `Todo lo que se ha publicado hasta el lunes ${day}.`,
  nothingYet:
    'Todavía no se ha publicado nada. Las primeras cifras salen cuando un lunes termina en todas partes.',
  percent: (share) => `${share} %`,
  notShown: '–',
  withheld: (what, smallest) => `– No se muestra en ${what}: señalaría a menos de ${smallest} personas.`,
  answersHeading: 'Cinco preguntas',
  picturesHeading: 'Los gráficos',
  tablesHeading: 'Los números de los gráficos',
  table: (number) => `Tabla ${number}`,
  tableOf: (number, title) => `Tabla ${number}. ${title}`,
  answers: {
    tooEarly: 'Aún es pronto',
    howMany: {
      question: '¿Cuántas personas participan?',
      members: (members) => `Unas ${members}`,
      inPairs: (pairs, when) => `personas, en unas ${pairs} parejas, al cierre de ${when}.`,
      atTheEnd: (when) => `personas al cierre de ${when}.`,
      none: 'Se ve cuando termina un trimestre con suficientes participantes.',
    },
    growing: {
      question: '¿Está creciendo?',
      yes: 'Sí',
      steady: 'Estable',
      smaller: 'Menos que antes',
      fromTo: (before, from, now, to) => `De unas ${before} personas (${from}) a unas ${now} (${to}).`,
      none: 'Hacen falta dos trimestres para comparar.',
    },
    keeping: {
      question: '¿Siguen juntas las parejas?',
      share: (share) => `${share} %`,
      nearly: (share) => `Casi ${share} %`,
      'as-before': 'Casi todas',
      few: 'Pocas',
      since: (halfYear, months) =>
        `de las parejas que empezaron en ${halfYear} siguen juntas a los ${months} meses.`,
      none: 'Se ve 3 meses después del semestre en que empezaron las parejas.',
    },
    monday: {
      question: '¿Funcionó el lunes?',
      of: (sent, due) => `${sent} de ${due}`,
      nearlyAll: 'Casi todas',
      few: 'Pocas',
      withheld: 'No se muestra',
      sent: {
        count: (day) => `personas a las que les tocaba recibieron sus preguntas el ${day}.`,
        nearlyAll: (day, due) =>
          `de unas ${due} personas a las que les tocaba recibieron sus preguntas el ${day}.`,
        few: (day, due) => `de unas ${due} personas a las que les tocaba recibieron sus preguntas el ${day}.`,
        withheld: (day, due) =>
          `cuántas de unas ${due} personas a las que les tocaba recibieron sus preguntas el ${day}.`,
      },
      checkins: (percent) => `Más o menos el ${percent} % de las parejas marcó que hablaron.`,
      nearlyAllCheckedIn: 'Casi todas las parejas marcaron que hablaron.',
      fewCheckedIn: 'Pocas parejas, o ninguna, marcaron que hablaron.',
      none: 'Se ve cuando un lunes termina en todas partes.',
    },
    cost: {
      question: '¿Cuánto nos cuesta?',
      free: 'Sin licencia que pagar',
      hours:
        'Lo que pide son horas de trabajo y un servidor pequeño. Suma las tuyas en la página «Los números del programa».',
    },
  },
  members: {
    title: 'Participantes por trimestre',
    reading: (members, quarter) => `Al cierre de ${quarter} participaban unas ${members} personas.`,
    none: 'Todavía no se ha publicado ningún trimestre.',
    columns: ['Trimestre', 'Participantes', 'Parejas', 'Parejas nuevas'],
  },
  mondays: {
    title: 'Lunes enviados en las últimas semanas',
    reading: {
      count: (day, due, sent) =>
        `El ${day}, unas ${sent} de unas ${due} personas a las que les tocaba recibieron sus preguntas.`,
      nearlyAll: (day, due) =>
        `El ${day}, casi todas las personas a las que les tocaba (unas ${due}) recibieron sus preguntas.`,
      few: (day, due) =>
        `El ${day}, pocas de las personas a las que les tocaba (unas ${due}) recibieron sus preguntas.`,
      withheld: (day, due) =>
        `El ${day} les tocaba a unas ${due} personas; no se muestra cuántas recibieron sus preguntas.`,
    },
    none: 'Todavía no se ha publicado ningún lunes.',
    nearlyAll: 'Casi todas',
    few: 'Pocas o ninguna',
    nearlyAllSign: '▲',
    fewSign: '▽',
    legend:
      'La barra entera: les tocaba. Rellena: recibidas. ▲ casi todas, ▽ pocas o ninguna. Las demás estaban en pausa, sin buddy o sin poder recibirlas.',
    columns: ['Lunes', 'Les tocaba', 'Recibidas'],
  },
  checkins: {
    title: 'Parejas que marcaron que hablaron',
    reading: (share, day) => `Parejas que marcaron que hablaron en la semana del ${day}: ${share}.`,
    none: 'Todavía no se ha publicado ninguna semana.',
    legend:
      'De las parejas a las que les tocaba. Dice cuántas tocaron un botón, no cuántas hablaron. ▲ casi todas, ▽ pocas o ninguna.',
    columns: ['Semana del', 'Parejas que marcaron que hablaron'],
  },
  together: {
    title: 'Parejas que siguen juntas, por semestre de inicio',
    reading: (share, halfYear, months) =>
      `De las parejas que empezaron en ${halfYear}, siguen juntas a los ${months} meses: ${share}.`,
    none: 'El primer punto sale 3 meses después del semestre en que empezaron las parejas.',
    month: (months) => (months === 0 ? 'inicio' : `${months} m`),
    said: { 'as-before': 'Casi todas', few: 'Pocas o ninguna' },
    nearly: (share) => `Casi ${share} %`,
    notYet: 'Todavía no',
    legend: 'Una línea sigue plana donde terminaron muy pocas parejas para contarlas.',
    columns: ['Empezaron en', 'A los 3 meses', 'A los 6 meses', 'A los 12 meses'],
  },
  support: {
    title: 'Apoyo entre colegas, por grupos',
    batch: (number) => `Grupo ${number}`,
    reading: (talked, closed) =>
      `En el último grupo, quienes dan apoyo hablaron con ${talked} de ${closed} colegas.`,
    none: 'Todavía no se ha publicado ningún grupo: hacen falta once cerrados.',
    legend: 'La barra entera: cerrados. Rellena: hablaron. Un grupo no dice nada de cuándo.',
    columns: [
      'Grupo',
      'Cerrados',
      'Hablaron',
      'Con contacto en 24 horas',
      'Ahora no',
      'Conversaciones en grupo',
    ],
  },
  whatIsWithheld: {
    heading: 'Qué no se muestra, y por qué',
    lines: (smallest) => [
      `Ningún número habla de menos de ${smallest} personas. Donde lo haría, se deja fuera, junto con lo que lo delataría. En su lugar hay una raya (–).`,
      'Los totales y porcentajes van redondeados de 5 en 5, así que puede que no sumen. El apoyo entre colegas se cuenta exacto, en grupos de once casos o más: lo que resultó puede ser de menos.',
      'Cada cifra se hizo una sola vez, cuando terminó su tiempo, y es igual para quien la mire.',
      'No hay nada por persona, pareja o unidad, ni ningún puntaje. Lo que se dicen no queda registrado en ninguna parte.',
    ],
  },
};
