// The page is in English; what stands inside a card, a form or a view is in its language.
const words = {
  en: {
    cancel: 'Cancel',
    close: 'Close',
    pick: 'Pick one',
    optional: '(optional)',
    you: '(you)',
    apply: 'Apply',
    applyTo: (label) => `Apply: ${label}`,
    table: (columns) => `Table: ${columns}`,
    copy: 'Copy',
    copyOf: (name) => `Copy ${name}`,
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
    applyTo: (label) => `Elegir: ${label}`,
    table: (columns) => `Tabla: ${columns}`,
    copy: 'Copiar',
    copyOf: (name) => `Copiar: ${name}`,
    copied: 'Copiado',
    select: 'Selecciona el texto para copiarlo',
  },
};

/** The page's own few words in what someone is shown. */
export const wordsIn = ({ language = 'en' }) => words[language];
