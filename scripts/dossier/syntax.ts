import { readFileSync } from 'node:fs';
import { parseSync } from '@swc/core';

/** A part of a program as its parser tells it, such as a call. */
export interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

interface Call {
  /** The names in front of the parentheses, such as `test`, `each`. */
  readonly callee: readonly string[];
  readonly given: readonly Node[];
}

/** Every call in a file, as it's written, in the order in which they end. */
export function callsIn(file: string): readonly Call[] {
  return nodesIn(file).flatMap((node) => {
    if (node.type !== 'CallExpression') return [];
    const given = (node.arguments as readonly { readonly expression: Node }[]).map((one) => one.expression);
    return [{ callee: namesOf(node.callee as Node), given }];
  });
}

/** Every part of a file, the inner before the outer. */
export function nodesIn(file: string): readonly Node[] {
  const seen = parsed.get(file);
  if (seen !== undefined) return seen;
  const nodes = partsOf(parseSync(readFileSync(file, 'utf8'), { syntax: 'typescript' }));
  parsed.set(file, nodes);
  return nodes;
}

const parsed = new Map<string, readonly Node[]>();

/** A text that's written out; null where it's put together from others. */
export function textOf(node: Node | undefined): string | null {
  return node?.type === 'StringLiteral' ? (node.value as string) : null;
}

/** The names of an object's fields, as far as they're written; null where something else is handed over. */
export function fieldsOf(node: Node): { readonly names: readonly string[]; readonly isAll: boolean } | null {
  if (node.type !== 'ObjectExpression') return null;
  const parts = node.properties as readonly Node[];
  const names = parts.flatMap((part) => {
    if (part.type === 'Identifier') return [part.value as string];
    return part.type === 'KeyValueProperty' ? [(part.key as Node).value as string] : [];
  });
  return { names, isAll: names.length === parts.length };
}

/** `this.log.warn` is `this`, `log`, `warn`; of `test.each(…)` in front of more parentheses, `test`, `each`. */
function namesOf(node: Node): readonly string[] {
  if (node.type === 'Identifier') return [node.value as string];
  if (node.type === 'ThisExpression') return ['this'];
  if (node.type === 'CallExpression') return namesOf(node.callee as Node);
  if (node.type === 'TaggedTemplateExpression') return namesOf(node.tag as Node);
  if (node.type !== 'MemberExpression') return [];
  const { type, value } = node.property as Node;
  return [...namesOf(node.object as Node), type === 'Identifier' ? (value as string) : ''];
}

/** Every part within one, the inner before the outer, and itself. */
export function partsOf(node: unknown): readonly Node[] {
  if (typeof node !== 'object' || node === null) return [];
  const within = Object.values(node).flatMap(partsOf);
  return 'type' in node ? [...within, node as Node] : within;
}
