import { useEffect, useState } from './vendor/preact.js';

/** A part of the page that is fetched when it is first wanted; null until it is there. */
export function useLater(ward, isWanted, load) {
  const [part, setPart] = useState(null);
  useEffect(() => {
    if (!isWanted || part !== null) return;
    load().then(setPart, () => ward.complain('That part of the page did not load. Load the page again.'));
  }, [isWanted]);
  return part;
}

/** A part of the page with its style sheet, which is then there before it. */
export async function withStyle(name, part) {
  const href = `/playground/${name}.css`;
  if (document.querySelector(`link[href="${href}"]`) === null) {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
    const loaded = new Promise((resolve, reject) =>
      Object.assign(link, { onload: resolve, onerror: reject }),
    );
    // What is for low windows and forced colors goes on coming last.
    document.querySelector('link[href$="/card.css"]').after(link);
    await loaded;
  }
  return part;
}
