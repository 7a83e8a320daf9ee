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
];

export const secretFileNames: readonly string[] = secrets.map((name) => `${name}_FILE`);

/** The environment with what stands in such files, and one sentence for each that can't be had. Space around a secret means nothing. */
export function withSecretFiles(environment: Environment): {
  readonly environment: Environment;
  readonly faults: readonly string[];
} {
  const read: Record<string, string> = {};
  const faults: string[] = [];
  for (const name of secrets) {
    const path = (environment[`${name}_FILE`] ?? '').trim();
    if (path === '') continue;
    const file = readTextFile(path);
    if ((environment[name] ?? '').trim() !== '') {
      faults.push(`${name} and ${name}_FILE are both set. Keep one of them.`);
    } else if (!file.ok) {
      faults.push(`${name}_FILE names ${path}${file.why}.`);
    } else if (file.text.trim() === '') {
      faults.push(`${name}_FILE names ${path}, which is empty.`);
    } else {
      read[name] = file.text.trim();
    }
  }
  return { environment: { ...environment, ...read }, faults };
}
