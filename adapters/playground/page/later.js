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
