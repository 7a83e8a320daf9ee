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
    how: 'Copia el texto entre las líneas y publícalo tú en un canal. Yo no publico en canales, y esto solo lo ves tú.',
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
};
