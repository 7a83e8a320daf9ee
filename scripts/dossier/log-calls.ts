import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callsIn, fieldsOf, type Node, nodesIn, textOf } from './syntax.ts';

/** A place in the code that writes a line of the log. */
export interface LogCall {
  readonly file: string;
  readonly level: string;
  /** null where the sentence comes from elsewhere. */
  readonly message: string | null;
  readonly fields: readonly string[];
  /** Whether `fields` are all of them; others come along with an object otherwise. */
  readonly isAll: boolean;
}

const levels = ['debug', 'info', 'warn', 'error'];

/** What has such methods and is no log of Buddy's: the terminal, pino inside of it, and Slack's people. */
const otherThings = ['console', 'target', 'users'];

/** Every place in the program that logs. */
export function logCalls(root: string): readonly LogCall[] {
  return programFiles(root).flatMap((file) =>
    callsIn(join(root, file)).flatMap(({ callee, given }) => {
      const [what, level] = callee.slice(-2);
      if (level === undefined || !levels.includes(level) || otherThings.includes(what ?? '')) return [];
      const fields = given[1] === undefined ? { names: [], isAll: true } : fieldsOf(given[1]);
      const { names, isAll } = fields ?? { names: [], isAll: false };
      return [{ file, level, message: textOf(given[0]), fields: names, isAll }];
    }),
  );
}

/** Sentences that are written in one place and logged in another: of refusals, of what's watched, of answers that are lost. */
export function sentencesPassedOn(root: string): readonly string[] {
  return programFiles(root).flatMap((file) => {
    if (!file.startsWith('adapters/')) return [];
    const path = join(root, file);
    const isOfRefusals = /\bRefusal\b/.test(readFileSync(path, 'utf8'));
    return [
      ...callsIn(path)
        .filter(({ callee }) => callee.at(-1) === 'arrives')
        .map(({ given }) => textOf(given[0])),
      ...nodesIn(path).flatMap((node) => passedOnBy(node, isOfRefusals)),
    ].filter((sentence) => sentence !== null);
  });
}

function passedOnBy(node: Node, isOfRefusals: boolean): readonly (string | null)[] {
  if (node.type === 'ConditionalExpression' && isOfRefusals)
    return [textOf(node.consequent as Node), textOf(node.alternate as Node)];
  if (node.type !== 'KeyValueProperty') return [];
  const key = (node.key as Node).value as string;
  const isSaid = ['wrong', 'well'].includes(key) || (key === 'message' && isOfRefusals);
  return isSaid ? [textOf(node.value as Node)] : [];
}

function programFiles(root: string): readonly string[] {
  return ['adapters', 'src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name))
      .sort(),
  );
}
