import { readTextFile } from '../system/text-file.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Each may stand in a file of its own, which `NAME_FILE` names: as Docker, Kubernetes and systemd hand secrets over. */
const secrets = [
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_APP_TOKEN',
  'MicrosoftAppPassword',
  'DATABASE_URL',
  'HTTPS_PROXY',
  'BUDDY_REFERRALS_SECRET',
];

export const secretFileNames: readonly string[] = secrets.map((name) => `${name}_FILE`);

/** The file that has this secret in it; null where none is named. */
export function secretFile(environment: Environment, name: string): string | null {
  return (environment[`${name}_FILE`] ?? '').trim() || null;
}

/** What stands in a secret's file, or a sentence that says why it can't be had. Space around a secret means nothing. */
export function readSecret(
  name: string,
  path: string,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string } {
  const file = readTextFile(path);
  if (!file.ok) return { ok: false, why: `${name}_FILE names ${path}${file.why}.` };
  const text = file.text.trim();
  return text === '' ? { ok: false, why: `${name}_FILE names ${path}, which is empty.` } : { ok: true, text };
}

/** The environment with what stands in such files, and one sentence for each that can't be had. */
export function withSecretFiles(environment: Environment): {
  readonly environment: Environment;
  readonly faults: readonly string[];
} {
  const read: Record<string, string> = {};
  const faults: string[] = [];
  for (const name of secrets) {
    const path = secretFile(environment, name);
    if (path === null) continue;
    const found = readSecret(name, path);
    if ((environment[name] ?? '').trim() !== '') {
      faults.push(`${name} and ${name}_FILE are both set. Keep one of them.`);
    } else if (found.ok) {
      read[name] = found.text;
    } else {
      faults.push(found.why);
    }
  }
  return { environment: { ...environment, ...read }, faults };
}
