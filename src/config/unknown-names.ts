import { editsBetween } from '../system/edits.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** How names of settings begin that can only be meant for Buddy; in whatever letters. */
const ours = /^(BUDDY|SLACK|TEAMS|METRICS|PLAYGROUND|MICROSOFT_?APP)/i;

/**
 * A setting that nobody reads is one that's missing elsewhere: a sentence for each whose name is close to one of ours. Where
 * Buddy is really run, for each that begins like ours, too: on a developer's machine those may be another program's.
 */
export function unknownNames(
  environment: Environment,
  knownNames: readonly string[],
  isProduction: boolean,
): string[] {
  const names = Object.keys(environment).filter((name) => ours.test(name) && !knownNames.includes(name));
  return names.flatMap((name) => {
    const meant = knownNames.find((known) => isNear(name, known));
    if (meant !== undefined) return `${name} is no setting of Buddy's. Did you mean ${meant}?`;
    return isProduction ? `${name} is no setting of Buddy's: docs/operating.md has them all.` : [];
  });
}

/** A slip, other letters, a word too many or too few. */
function isNear(name: string, known: string): boolean {
  const [one, other] = [plain(name), plain(known)];
  return editsBetween(one, other) <= 2 || one.startsWith(other) || other.startsWith(one);
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll('_', '');
}
