import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { literal, table } from './tables.ts';
import { testNames } from './test-names.ts';

/** A sentence about Buddy, and what holds it. */
export interface Claim {
  readonly id: string;
  readonly says: string;
  /** File and name, each. None: it's what we mean to do, and it's said that nothing tests it. */
  readonly tests: readonly HeldBy[];
}

interface HeldBy {
  readonly file: string;
  readonly name: string;
}

/** docs/dossier/claims.yml: by subject, each claim with its tests. */
export function readClaims(root: string): ReadonlyMap<string, Claim> {
  const file = load(readFileSync(join(root, 'docs/dossier/claims.yml'), 'utf8')) as ClaimsFile;
  const claims = Object.entries(file).flatMap(([, ofSubject]) =>
    Object.entries(ofSubject).map(([id, { says, tests = {} }]): Claim => {
      const held = Object.entries(tests).flatMap(([test, names]) =>
        [names].flat().map((name) => ({ file: `test/${test}`, name })),
      );
      return { id, says: says.trim(), tests: held };
    }),
  );
  return new Map(claims.map((claim) => [claim.id, claim]));
}

type ClaimsFile = Readonly<
  Record<
    string,
    Readonly<
      Record<
        string,
        { readonly says: string; readonly tests?: Readonly<Record<string, string | readonly string[]>> }
      >
    >
  >
>;

/** What's wrong with claims: a test of theirs that isn't there, or isn't run. */
export function claimFaults(root: string, claims: Iterable<Claim>): readonly string[] {
  return [...claims].flatMap(({ id, tests }) =>
    tests
      .filter(({ file, name }) => !testNames(root, file).includes(name))
      .map(({ file, name }) => `The claim ${id} is held by no test: ${file} has none named "${name}".`),
  );
}

/** What holds the claims of a page, for its last part. */
export function heldTable(claims: readonly Claim[]): string {
  const rows = claims.map(({ says, tests }, index) => [
    `<a id="held-${index + 1}"></a>${index + 1}`,
    says,
    tests.map(({ file, name }) => `\`${file}\`: ${literal(name)}`).join('<br>'),
  ]);
  return table(['No.', 'What is said', 'The tests that hold it'], rows);
}
