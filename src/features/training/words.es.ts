import type { Translated } from '../../chat/translated.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  trained: {
    title: 'Colegas que apoyan',
    intro:
      'A quien no tiene formación no se le propone para ninguna solicitud. A los dos años toca un repaso, que no impide nada.',
    nobody: 'Todavía no hay nadie en la lista.',
    never: 'Sin formación todavía',
    on: (day, refresher) => `Formación: ${day}; repaso: ${refresher}`,
    due: (day) => `Formación: ${day}. Ya toca un repaso.`,
    note: 'Anotar formación',
    noteOf: (name) => `Anotar la formación de ${name}`,
    day: 'Día de la formación',
    submit: 'Guardar',
    notADay: 'Elige un día que ya pasó.',
    saved: (name) => `La formación de ${name} está anotada.`,
    remove: 'Quitar de la lista',
    nominations: 'Propuestos por colegas',
    settings: 'Ajustes del programa',
    removeOne: (name) => `Quitar a ${name} de la lista`,
  },
  practice: {
    title: 'Practicar',
    intro:
      'Elige a alguien de la lista. Cada quien recibe una tarjeta para quince minutos de práctica, y luego cambian de papel.',
    ask: (name) => `Practicar con ${name}`,
    nobody: 'Todavía no hay nadie más en la lista.',
    message:
      '¿Quince minutos de práctica con otro colega que da apoyo? Busquen un momento y abre tu tarjeta al empezar. Si no te viene bien, déjalo.',
    gone: 'Esta práctica ya no existe.',
    open: 'Abrir',
    sent: (name) => `${name} también tiene una tarjeta. Busquen quince minutos.`,
    with: (name) => `Con ${name}. En esta historia todo es inventado.`,
    half: { colleague: 'Tú necesitas a un colega', supporter: 'Tú das apoyo' },
    afterwards: 'A los quince minutos, digan qué ayudó y cambien de papel.',
    switch: 'Cambiar de papel',
  },
  guide: {
    title: 'Guías',
    intro: 'Para leer antes, o entre una vez y otra. Nadie ve lo que abres.',
    gone: 'Esta guía ya no existe.',
    all: 'Todas las guías',
  },
};
