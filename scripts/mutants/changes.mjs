import { parseSync } from '@swc/core';

/** What a slip of the keyboard or of thought would leave behind. */
const slips = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '^': ['&'],
  '>>>': ['<<'],
};

/** A method for another that takes and gives the same; without any where leaving the call out is the slip. */
const methods = {
  every: 'some',
  some: 'every',
  max: 'min',
  min: 'max',
  ceil: 'floor',
  floor: 'ceil',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  toLowerCase: 'toUpperCase',
  toUpperCase: 'toLowerCase',
};
const leftOut = new Set([
  'trim',
  'trimEnd',
  'sort',
  'toSorted',
  'filter',
  'toReversed',
  'slice',
  'replace',
  'replaceAll',
]);

/** Every change to one place of the source that still compiles. `at` and `end` are places in its UTF-8 bytes. */
export function changesOf(source) {
  const bytes = Buffer.from(source);
  const text = (from, to) => bytes.subarray(from, to).toString();
  const changes = [];
  const change = (at, end, becomes) => {
    const line = 1 + text(0, at).split('\n').length - 1;
    changes.push({ at, end, was: text(at, end), becomes, line });
  };
  const span = (node) => [node.span.start - 1, node.span.end - 1];
  const whole = (node, becomes) => change(...span(node), becomes);

  const kinds = {
    BinaryExpression({ operator, left, right }) {
      const [from, to] = [span(left)[1], span(right)[0]];
      const at = from + text(from, to).indexOf(operator);
      for (const slip of slips[operator] ?? []) change(at, at + operator.length, slip);
    },
    UnaryExpression(node) {
      if (node.operator === '!' || node.operator === '-') whole(node, `(${text(...span(node.argument))})`);
    },
    AssignmentExpression({ operator, left, right }) {
      const [from, to] = [span(left)[1], span(right)[0]];
      const at = from + text(from, to).indexOf(operator);
      if (operator === '+=') change(at, at + 2, '-=');
    },
    IfStatement: ({ test }) => always(test, ['true', 'false']),
    ConditionalExpression: ({ test }) => always(test, ['true', 'false']),
    WhileStatement: ({ test }) => always(test, ['false']),
    BooleanLiteral: (node) => whole(node, String(!node.value)),
    NumericLiteral(node) {
      whole(node, String(node.value + 1));
      if (node.value > 0) whole(node, `(${node.value - 1})`);
    },
    StringLiteral: (node) => whole(node, node.value === '' ? "'changed'" : "''"),
    TemplateLiteral: (node) => whole(node, "''"),
    RegExpLiteral(node) {
      const { pattern, flags } = node;
      if (pattern.startsWith('^')) whole(node, `/${pattern.slice(1)}/${flags}`);
      if (/[^\\]\$$/.test(pattern)) whole(node, `/${pattern.slice(0, -1)}/${flags}`);
      if (flags.includes('i')) whole(node, `/${pattern}/${flags.replace('i', '')}`);
      if (flags.includes('g')) whole(node, `/${pattern}/${flags.replace('g', '')}`);
    },
    CallExpression(node) {
      const { callee } = node;
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      const name = callee.property.value;
      if (Object.hasOwn(methods, name)) whole(callee.property, methods[name]);
      if (leftOut.has(name)) whole(node, text(...span(callee.object)));
    },
    ExpressionStatement: (node) => whole(node, ';'),
    ContinueStatement: (node) => whole(node, ';'),
  };

  function always(test, values) {
    for (const value of values) whole(test, value);
  }

  function visit(node) {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    const { type } = node;
    if (type === 'ImportDeclaration' || isOnlyType(type)) return;
    kinds[type]?.(node);
    for (const [name, part] of Object.entries(node)) {
      if (name === 'key' && part.type !== 'Computed') continue;
      if (name !== 'span') visit(part);
    }
  }
  visit(parseSync(source, { syntax: 'typescript', target: 'es2024' }).body);
  return changes;
}

const around = new Set([
  'TsAsExpression',
  'TsConstAssertion',
  'TsNonNullExpression',
  'TsSatisfiesExpression',
]);

function isOnlyType(type) {
  return typeof type === 'string' && type.startsWith('Ts') && !around.has(type);
}

/** The source with one change made. */
export function changed(source, { at, end, becomes }) {
  const bytes = Buffer.from(source);
  return `${bytes.subarray(0, at)}${becomes}${bytes.subarray(end)}`;
}
