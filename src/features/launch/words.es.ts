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
};
