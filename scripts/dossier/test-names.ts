import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { callsIn, type Node, nodesIn, partsOf, textOf } from './syntax.ts';

/** The names of the tests that a file runs: one that's left out, or only announced, holds nothing. */
export function testNames(root: string, file: string): readonly string[] {
  const path = join(root, file);
  if (!existsSync(path) || !isRun(path)) return [];
  const begins = ['test', ...otherNames(path)];
  return callsIn(path)
    .filter(({ callee: [first, ...others] }) => begins.includes(first ?? '') && others.every(isEach))
    .flatMap(({ given }) => nameOf(given[0]) ?? []);
}

function isEach(name: string): boolean {
  return name === 'each';
}

/** What `test` goes by where it depends on something: `const onSqlite = … ? test : test.skip`, or a function that calls it. */
function otherNames(path: string): readonly string[] {
  return nodesIn(path).flatMap(({ type, id, init }) => {
    const depends = type === 'VariableDeclarator' && ways.includes((init as Node | null)?.type ?? '');
    return depends && partsOf(init).some((part) => part.value === 'test')
      ? [(id as Node).value as string]
      : [];
  });
}

const ways = ['ConditionalExpression', 'ArrowFunctionExpression'];

/** Of a name that's put together, what's written between the parts. */
function nameOf(node: Node | undefined): string | null {
  if (node?.type !== 'TemplateLiteral') return textOf(node);
  return (node.quasis as readonly { readonly cooked: string }[]).map(({ cooked }) => cooked).join('…');
}

/** A file of tests is run by its name, or by one beside it that takes it in. */
function isRun(path: string): boolean {
  if (path.endsWith('.test.ts')) return true;
  const folder = dirname(path);
  return readdirSync(folder).some(
    (name) =>
      name.endsWith('.test.ts') && readFileSync(join(folder, name), 'utf8').includes(`'./${basename(path)}'`),
  );
}
