import { askColleagueInSpanish } from '../../chat/say.ts';
import type { Translated } from '../../chat/translated.ts';
import type { words as en } from './words.en.ts';

export const words: Translated<typeof en> = {
  title: 'Cómo elegir un buddy',
  youChoose: 'Tú eliges, y las dos personas dicen que sí. Si no se te ocurre nadie, empieza aquí.',
  howToAsk: [
    'Para invitar a alguien, escribe ',
    askColleagueInSpanish,
    '. Para alguien a quien ves en persona, haz un código y dáselo.',
  ],
  invite: 'Invitar a alguien',
  code: 'Hacer un código',
  more: 'Más sobre cómo elegir',

  openPeople: 'Personas abiertas a una invitación',
  nobodyIsMatched:
    'Cada quien puso aquí su propio nombre. Buddy no empareja a nadie: tú invitas, y pueden decir que ahora no.',

  whatOpenMeans: 'Puedes poner tu nombre en una lista que ve cualquiera que busque un buddy aquí.',
  open: 'Agregar mi nombre',
  close: 'Quitar mi nombre',
  youAreShown: 'Tu nombre está en la lista que ve cualquiera que busque un buddy aquí.',
  nowOpen:
    'Listo. Tu nombre está en la lista que ve cualquiera que busque un buddy aquí, y nada más sobre ti. Siempre puedes decir que ahora no, y quitar tu nombre cuando quieras.',
  canBeAskedAgain: 'Así te pueden volver a invitar.',
  hiddenWhilePaused: 'Ahora estás en pausa, así que tu nombre aparece cuando la termines.',
  nowClosed: 'Tu nombre no se le muestra a nadie.',
  whomToAsk: '¿A quién podría invitar?',
};
