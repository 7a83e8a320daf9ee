/** What no name has, and sentences do. */
const sentenceMarks = /[!?:;=]|\p{Ll}{4}\.$/u;

/** The small words inside names. */
const particles = new Set(
  'af al an and av bin bint da das de del della den der di do dos du e el ibn la las le los ten ter van vom von y zu zum zur'.split(
    ' ',
  ),
);

const mostWords = 8;

/** Small letters stand at the beginning of few words of a name, unless someone typed all of it so. */
const mostSmall = { besideCapitals: 2, alone: 4 };

/** Whether it can be someone's name, as far as one can tell: what tells something is none. */
export function canBeName(typed: string): boolean {
  const text = typed.trim();
  if (sentenceMarks.test(text)) return false;
  const words = text.split(/\s+/);
  const small = words.filter((word) => /^\p{Ll}/u.test(word) && !particles.has(word));
  const hasCapital = words.some((word) => /^\P{L}*\p{Lu}/u.test(word));
  return (
    words.length <= mostWords && small.length <= (hasCapital ? mostSmall.besideCapitals : mostSmall.alone)
  );
}
