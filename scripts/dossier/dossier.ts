import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessibilityPart } from './accessibility.ts';
import { auditPart } from './audit-actions.ts';
import { claimFaults, readClaims } from './claims.ts';
import { columnsPart } from './columns.ts';
import { flowsPart, readFlows } from './flows.ts';
import { logFaults, logPart, readLogEvents } from './log-events.ts';
import { filledPage, type Page, pageHtml } from './page.ts';
import { permissionsPart } from './permissions.ts';
import { picture } from './picture.ts';
import { sectionOf } from './sections.ts';
import { literal, table } from './tables.ts';

/** Which build it's the dossier of. */
export interface Build {
  readonly version: string;
  readonly commit: string;
  /** A calendar day. */
  readonly day: string;
  /** What's installed beside Buddy's own files, in CycloneDX. */
  readonly materials: string;
}

/** Its files by their names. Throws with everything that's wrong: a claim whose test is gone, a permission without a reason. */
export async function dossierOf(root: string, build: Build): Promise<ReadonlyMap<string, string>> {
  const faults: string[] = [];
  const claims = readClaims(root);
  const events = readLogEvents(root);
  const flows = readFlows(root);
  faults.push(...claimFaults(root, claims.values()), ...logFaults(root, events));
  const parts = new Map([
    ['version', build.version],
    ['commit', build.commit],
    ['day', build.day],
    ['flows', flowsPart(flows)],
    ['columns', await columnsPart(root, faults)],
    ['permissions', permissionsPart(root, faults)],
    ['log', logPart(events)],
    ['audit', auditPart()],
    ['criteria', accessibilityPart(root, faults)],
    ['materials', materialsPart(build.materials)],
    ['retention', sectionOf(root, 'docs/operating.md', 'How long things are kept')],
    ['backup', sectionOf(root, 'docs/operating.md', 'Backup')],
    ['restore', sectionOf(root, 'docs/operating.md', 'Restore')],
    ['reporting', sectionOf(root, 'SECURITY.md', 'Reporting')],
  ]);
  const folder = join(root, 'docs/dossier/pages');
  const fill = (name: string) =>
    filledPage(name, readFileSync(join(folder, `${name}.md`), 'utf8'), { claims, parts, faults });
  const pages = readdirSync(folder)
    .map((file) => file.replace(/\.md$/, ''))
    .filter((name) => name !== 'index')
    .sort()
    .map(fill);
  parts.set('contents', contents(pages));
  const used = new Set(pages.flatMap((page) => page.claims));
  for (const claim of claims.values())
    if (claim.tests.length > 0 && !used.has(claim)) faults.push(`No page makes the claim ${claim.id}.`);
  const all = [fill('index'), ...pages];
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const svg = picture(flows);
  const foot = `Buddy ${build.version}, ${build.commit}. Written from the program itself by npm run dossier.`;
  return new Map([
    ...all.flatMap((page): [string, string][] => [
      [`${page.name}.md`, page.markdown],
      [`${page.name}.html`, pageHtml(page, foot, svg)],
    ]),
    ['architecture.svg', svg],
    [`buddy-${build.version}.cdx.json`, build.materials],
  ]);
}

function contents(pages: readonly Page[]): string {
  return pages.map(({ name, title }) => `- [${title}](${name}.md)`).join('\n');
}

interface Component {
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly {
    readonly license?: { readonly id?: string; readonly name?: string };
    readonly expression?: string;
  }[];
}

function materialsPart(cyclonedx: string): string {
  const { components } = JSON.parse(cyclonedx) as { readonly components: readonly Component[] };
  const rows = components.map(({ name, version, licenses = [] }) => [
    literal(name),
    version,
    licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? '').join(', '),
  ]);
  return `${rows.length} packages.\n\n${table(['Package', 'Version', 'License'], rows)}`;
}
