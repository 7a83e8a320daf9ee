import { parseEnv } from 'node:util';
import { readTextFile } from '../system/text-file.ts';
import { ConfigFault } from './config-fault.ts';

/**
 * Puts what stands in the file into `environment`, where what's set already wins. Without a file nothing happens; one that
 * can't be read, or has a line that can't be understood, is a ConfigFault: settings that are there must never look like none.
 */
export function takeEnvFile(
  path: string,
  environment: NodeJS.ProcessEnv,
  knownNames: readonly string[],
): void {
  const file = readTextFile(path);
  if (!file.ok && file.missing) return;
  if (!file.ok) {
    throw new ConfigFault(
      `${path}${file.why}. Buddy doesn't start without the settings in it: make it readable, or take it away.`,
    );
  }
  const read = parseEnv(file.text) as Record<string, string>;
  const ours = Object.entries(read).filter(([name]) => environment[name] === undefined);
  const faults = [
    ...strayLines(file.text).map(
      (line) =>
        `${path}, line ${line}: isn't NAME=value, which is all that can stand there, or a comment after #.`,
    ),
    ...ours.flatMap(([name]) => nameFault(name, knownNames) ?? []).map((fault) => `${path}: ${fault}`),
  ];
  if (faults.length > 0) throw new ConfigFault(faults.join('\n'));
  Object.assign(environment, Object.fromEntries(ours));
}

/** A setting; in quotation marks it may have several lines, as parseEnv has it. */
const setting = /^[ \t]*(?:export[ \t]+)?[a-z_][\w.-]*[ \t]*=[ \t]*(?:"[^"]*"|'[^']*'|`[^`]*`)?[^\n]*$/gim;

/** Numbers of the lines that parseEnv passes over, or takes for something else. */
function strayLines(text: string): number[] {
  const rest = text.replace(setting, (match) => match.replace(/[^\n]/g, ''));
  return rest.split('\n').flatMap((line, index) => (/^\s*(#.*)?$/.test(line) ? [] : [index + 1]));
}

function nameFault(name: string, knownNames: readonly string[]): string | null {
  if (name === 'NODE_OPTIONS') {
    return `${name} comes too late here, since Node reads it before Buddy does. Set it in the environment.`;
  }
  if (knownNames.includes(name)) return null;
  const meant = knownNames.find((known) => known.toLowerCase() === name.toLowerCase());
  return meant === undefined ? null : `${name} must be written ${meant}.`;
}
