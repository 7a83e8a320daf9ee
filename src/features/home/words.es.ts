import type { Translated } from '../../chat/translated.ts';
import type { words as en } from './words.en.ts';

export const words: Translated<typeof en> = {
  title: 'Buddy',
  whatItIs:
    'Elige a alguien del trabajo. Si te dice que sí, cada lunes reciben dos preguntas para conversar por mensaje, por teléfono o con un café.',
  promise: 'Buddy no puede ver de qué hablan, y no guarda nada de eso.',
  thisWeek: 'Esta semana',
  askBuddy: 'Pedir que me hablen',
  remindMe: 'Recordarme luego',
  more: 'Buddies',
  choose: 'Elegir un buddy',
  invite: 'Invitar a alguien',
  makeCode: 'Hacer un código',
  haveCode: 'Tengo un código',
  end: 'Dejar de ser buddies',
  yours: 'Tus ajustes',
  pause: 'Pausa',
  settings: 'Preguntas: cuándo y cada cuánto',
  privacy: 'Lo que Buddy guarda de mí',
  goodToKnow: 'Bueno saberlo',
  guide: 'Cómo funciona',
  resources: 'Busca apoyo ahora',
  help: 'Comandos',
  admin: 'Preguntas semanales',
};
