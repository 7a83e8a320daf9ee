import type { Translated } from '../../chat/translated.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  kit: 'Para dar a conocer Buddy',
  language: 'Español',
  notes: 'Notas para quien habla',
  blank: '____________________',
  slack: 'En Slack, escribe /buddy',
  teams: 'En Microsoft Teams, abre el chat con Buddy y escribe ayuda',
  scan: 'Escanea para abrir Buddy',
  notMonitored: 'Nadie vigila Buddy. Si no puede esperar:',
  chat: {
    heading: 'Darlo a conocer',
    how: 'Copia el texto entre las líneas y publícalo tú en un canal. Esto solo lo ves tú.',
    howOrPost:
      'Publícalo en un canal con el botón de abajo, o copia el texto entre las líneas. Esto solo lo ves tú.',
    noName: 'El espacio en blanco es para el nombre de tu hospital.',
    printed:
      'También hay un cartel, tarjetas para el gafete, charlas y un correo en páginas para imprimir, en inglés y en español. Manda esta línea a informática y pide la carpeta:',
    kit: 'Para informática',
    fillIn: 'Poner el nombre del hospital',
    hospital: 'El nombre de tu hospital',
    hint: 'Aparece en el anuncio. No lo guardo.',
    language: 'Idioma',
    show: 'Mostrarlo',
    none: 'Aquí no hay ningún anuncio. En informática pueden poner uno en prompts/launch.',
  },
  post: {
    open: 'Publicarlo en un canal',
    title: 'Publicarlo en un canal',
    how: 'Primero lo ves tal como quedará, y nada se publica hasta que digas que sí.',
    channel: 'Canal',
    channelHint: 'Tengo que estar en él: antes escribe ahí /invite @Buddy.',
    look: 'Ver primero',
    wouldBe: 'Esto es lo que van a leer todos en el canal. Todavía no se publica.',
    withButtons:
      'Debajo hay dos botones, “Participar” y “Saber más”. Cualquiera puede usarlos, y la respuesta solo la ve esa persona.',
    sure: '¿Publicarlo?',
    sureHint: 'Para cambiar algo antes, hazlo abajo y deja esto en blanco: lo verás otra vez.',
    yes: 'Sí, publicarlo',
    goOn: 'Seguir',
    noChannel: 'Elige un canal.',
    noHospital: 'Escribe el nombre de tu hospital.',
    alreadyThere: 'Este mismo texto ya está en ese canal, o va en camino. Elige otro canal, o cámbialo.',
    onItsWay: 'Va en camino al canal. Si Slack no lo acepta, te aviso con un mensaje.',
    byHandHere: 'Solo en Slack puedo publicar en un canal. Aquí, copia el texto y publícalo tú.',
    join: 'Participar',
    findOutMore: 'Saber más',
    refused: {
      notInChannel:
        'No pude publicar el anuncio porque no estoy en ese canal: escribe ahí /invite @Buddy y publícalo otra vez, o publica esto tú.',
      archived: 'No pude publicar el anuncio porque ese canal está archivado: elige otro, o publica esto tú.',
      restricted:
        'No pude publicar el anuncio porque en ese canal solo pueden publicar algunas personas: pídele a una de ellas que publique esto.',
      otherwise: (code) =>
        `No pude publicar el anuncio porque Slack no lo aceptó (${code}): inténtalo otra vez, o publícalo tú.`,
    },
  },
  join: {
    heading: 'Participar, en tres líneas',
    lines: [
      'Elige a alguien del trabajo, y yo le pregunto por ti. Cuando dice que sí, ya son buddies.',
      'Cada lunes les llegan a los dos las mismas dos preguntas en un mensaje directo. Conversen como quieran: yo nunca lo veo.',
      'Puedes hacer una pausa o dejarlo en un paso, sin dar razones. Mirar por aquí no te inscribe.',
    ],
    find: 'Buscar un buddy',
    haveCode: 'Tengo un código',
  },
};
