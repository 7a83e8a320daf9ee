// The page is in English; what stands inside a card, a form or a view is in its language.
const words = {
  en: {
    cancel: 'Cancel',
    close: 'Close',
    pick: 'Pick one',
    optional: '(optional)',
    you: '(you)',
    apply: 'Apply',
    table: 'Table',
    copy: 'Copy',
    copied: 'Copied',
    select: 'Select the text to copy it',
  },
  es: {
    cancel: 'Cancelar',
    close: 'Cerrar',
    pick: 'Elige una opción',
    optional: '(opcional)',
    you: '(tú)',
    apply: 'Elegir',
    table: 'Tabla',
    copy: 'Copiar',
    copied: 'Copiado',
    select: 'Selecciona el texto para copiarlo',
  },
};

export const wordsIn = ({ language = 'en' }) => words[language];
