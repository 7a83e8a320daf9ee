import { readTextFile } from '../system/text-file.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Secrets that may stand in a file of their own, which a variable with _FILE at its end names. */
const secretNames = ['BUDDY_REFERRALS_SECRET'] as const;

/** The environment with what stands in such files, and a sentence for each that can't be used. No secret is in one. */
export function withSecretFiles(environment: Environment): {
  readonly environment: Environment;
  readonly faults: readonly string[];
} {
  const found: Record<string, string> = {};
  const faults: string[] = [];
  for (const name of secretNames) {
    const path = (environment[`${name}_FILE`] ?? '').trim();
    if (path === '') continue;
    const file = readTextFile(path);
    if ((environment[name] ?? '').trim() !== '')
      faults.push(`${name} and ${name}_FILE are both set: keep one of them.`);
    else if (!file.ok) faults.push(`${name}_FILE names ${path}, which can't be used${file.why}.`);
    else found[name] = file.text.trim().replace(/\s+/g, ',');
  }
  return { environment: { ...environment, ...found }, faults };
}
