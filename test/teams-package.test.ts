import { type ExecFileException, execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import AjvDraft04 from 'ajv-draft-04';
import { strFromU8, unzipSync } from 'fflate';
import { toIntent } from '../src/bot/intents.ts';
import { type Picture, readPng } from './support/png.ts';

interface Manifest {
  readonly manifestVersion: string;
  readonly version: string;
  readonly id: string;
  readonly name: { readonly short: string };
  readonly developer: Readonly<Record<string, string>>;
  readonly description: { readonly short: string; readonly full: string };
  readonly icons: Readonly<Record<string, string>>;
  readonly bots: readonly {
    readonly botId: string;
    readonly scopes: readonly string[];
    readonly supportsFiles: boolean;
    readonly isNotificationOnly: boolean;
    readonly commandLists: readonly {
      readonly scopes: readonly string[];
      readonly commands: readonly { readonly title: string; readonly description: string }[];
    }[];
  }[];
  readonly validDomains: readonly string[];
}

interface Run {
  readonly code: number | string;
  readonly out: string;
  readonly says: readonly string[];
}

const root = new URL('..', import.meta.url);
const require = createRequire(import.meta.url);
/** Microsoft's schemas, a folder for each version: `v1.22` and so on. */
const schemas = join(
  dirname(require.resolve('@microsoft/app-manifest/package.json')),
  'build/json-schemas/teams',
);
const appId = '6F1C2A34-0B7D-4E58-9A21-3C4D5E6F7081';
const asked = ['--app-id', appId, '--domain', 'buddy.hospital.example'];
let folder: string;
/** What is made without further wishes. */
let usual: Packed;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'buddy-teams-package-'));
  usual = await packed();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Types `npm run teams:package --` and the words. */
function make(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Run> {
  const command = ['run', '--silent', 'teams:package', '--', ...words];
  const options = { cwd: root, env: { ...process.env, ...environment } };
  return new Promise((resolve) => {
    execFile('npm', command, options, (error: ExecFileException | null, out, errors) =>
      resolve({
        code: error?.code ?? 0,
        out,
        says: errors.split('\n').filter((line) => line !== '' && !line.startsWith('npm warn')),
      }),
    );
  });
}

type Packed = Awaited<ReturnType<typeof packed>>;

async function packed(more: readonly string[] = [], environment: Readonly<Record<string, string>> = {}) {
  const file = join(folder, `${Math.random()}.zip`);
  const run = await make([...asked, '--out', file, ...more], environment);
  expect(run.says).toEqual([]);
  expect(run.code).toBe(0);
  const bytes = readFileSync(file);
  const files = unzipSync(bytes);
  const part = (name: string): Uint8Array => files[name] ?? new Uint8Array();
  const manifest = JSON.parse(strFromU8(part('manifest.json'))) as Manifest;
  return { file, run, bytes, names: Object.keys(files), part, manifest };
}

function schemaOf(version: string): object {
  return JSON.parse(readFileSync(join(schemas, `v${version}`, 'MicrosoftTeams.schema.json'), 'utf8'));
}

function faultsOf(manifest: object, version: string): unknown {
  const validate = new AjvDraft04.default({ strict: false, validateFormats: false }).compile(
    schemaOf(version),
  );
  return validate(manifest) ? [] : validate.errors;
}

function newestSchema(): string {
  const minors = readdirSync(schemas).flatMap((name) => /^v1\.(\d+)$/.exec(name)?.[1] ?? []);
  return `1.${Math.max(...minors.map(Number))}`;
}

function pixelsOf(picture: Picture): { x: number; y: number; color: string; alpha: number }[] {
  return Array.from({ length: picture.width * picture.height }, (_, index) => {
    const [x, y] = [index % picture.width, Math.floor(index / picture.width)];
    const [red, green, blue, alpha] = picture.at(x, y);
    return { x, y, color: [red, green, blue].join(), alpha };
  });
}

describe('the package that a Teams administrator uploads', () => {
  test('has the manifest and the two icons at its root, and is told of in a few lines', () => {
    const { file, names, run, manifest } = usual;
    expect(names.sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(Object.values(manifest.icons).sort()).toEqual(['color.png', 'outline.png']);
    expect(run.out).toContain(file);
    expect(run.out).toContain('https://buddy.hospital.example/api/messages');
    expect(run.out).toContain('docs/teams.md');
  });

  test("is valid for its own version of Microsoft's schema, and for the newest", () => {
    const { manifest } = usual;
    expect(faultsOf(manifest, manifest.manifestVersion)).toEqual([]);
    const newest = newestSchema();
    expect(faultsOf({ ...manifest, manifestVersion: newest }, newest)).toEqual([]);
    expect(faultsOf({ ...manifest, surprise: true }, manifest.manifestVersion)).not.toEqual([]);
    expect(faultsOf({ ...manifest, id: 'buddy' }, manifest.manifestVersion)).not.toEqual([]);
  });

  test('is for the bot, the domain and the version that it was made for', () => {
    const { manifest } = usual;
    const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
    expect(manifest).toMatchObject({ version, id: appId.toLowerCase(), name: { short: 'Buddy' } });
    expect(manifest.bots.map((bot) => bot.botId)).toEqual([appId.toLowerCase()]);
    expect(manifest.validDomains).toEqual(['buddy.hospital.example']);
    expect(manifest.developer).toEqual({
      name: 'buddy.hospital.example',
      websiteUrl: 'https://buddy.hospital.example',
      privacyUrl: 'https://buddy.hospital.example/privacy',
      termsOfUseUrl: 'https://buddy.hospital.example/terms',
    });
  });

  test('says whose it is, when it is told', async () => {
    const { manifest } = await packed([
      ...['--name', 'Peer buddy', '--developer', 'Hospital of Example'],
      ...['--website', 'https://intranet.example/buddy', '--privacy', 'https://intranet.example/p'],
      ...['--terms', 'https://intranet.example/t'],
    ]);
    expect(manifest.name).toEqual({ short: 'Peer buddy' });
    expect(manifest.developer).toEqual({
      name: 'Hospital of Example',
      websiteUrl: 'https://intranet.example/buddy',
      privacyUrl: 'https://intranet.example/p',
      termsOfUseUrl: 'https://intranet.example/t',
    });
    expect(faultsOf(manifest, manifest.manifestVersion)).toEqual([]);
  });

  test('asks for the personal chat and nothing else', () => {
    const { manifest } = usual;
    expect(manifest.bots).toHaveLength(1);
    expect(manifest.bots[0]).toMatchObject({
      scopes: ['personal'],
      supportsFiles: false,
      isNotificationOnly: false,
    });
    for (const wish of ['permissions', 'devicePermissions', 'authorization', 'webApplicationInfo']) {
      expect(Object.keys(manifest)).not.toContain(wish);
    }
  });

  test('is the same file, byte by byte, wherever and whenever it is made', async () => {
    const [here, there] = [
      await packed([], { TZ: 'Asia/Tokyo' }),
      await packed([], { TZ: 'America/Denver' }),
    ];
    expect(here.bytes.equals(there.bytes)).toBe(true);
  });
});

describe('the words that Teams offers in the chat', () => {
  const from = { platform: 'teams', workspace: 't1', id: 'p1' } as const;

  test('are each understood, and each as something else', () => {
    const { manifest } = usual;
    const titles = manifest.bots[0]?.commandLists[0]?.commands.map(({ title }) => title) ?? [];
    const intents = titles.map(
      (text) => toIntent({ type: 'command', id: '1', from, text, people: [] } as const).name,
    );
    expect(intents.length).toBeGreaterThan(5);
    expect(intents).not.toContain('help.unknown');
    expect(new Set(intents).size).toBe(intents.length);
    expect(titles).toEqual(expect.arrayContaining(['help', 'status', 'invite', 'questions', 'privacy']));
  });

  test('are few and short enough for its menu', () => {
    const { manifest } = usual;
    const [list, ...others] = manifest.bots[0]?.commandLists ?? [];
    expect(others).toEqual([]);
    expect(list?.scopes).toEqual(['personal']);
    expect(list?.commands.length).toBeLessThanOrEqual(10);
    for (const { title, description } of list?.commands ?? []) {
      expect(title.length).toBeLessThanOrEqual(32);
      expect(description.length).toBeLessThanOrEqual(128);
    }
  });
});

describe('the icons', () => {
  test('in color: 192 pixels square, filled, with the picture where no crop reaches', () => {
    const { part } = usual;
    const picture = readPng(part('color.png'));
    expect([picture.width, picture.height]).toEqual([192, 192]);
    const pixels = pixelsOf(picture);
    expect(pixels.filter(({ alpha }) => alpha !== 255)).toEqual([]);
    const margin = pixels.filter(({ x, y }) => Math.min(x, y) < 48 || Math.max(x, y) >= 144);
    expect(new Set(margin.map(({ color }) => color)).size).toBe(1);
    expect(new Set(pixels.map(({ color }) => color)).size).toBeGreaterThan(3);
  });

  test('as an outline: 32 pixels square, pure white on nothing, up to both sides', () => {
    const { part } = usual;
    const picture = readPng(part('outline.png'));
    expect([picture.width, picture.height]).toEqual([32, 32]);
    const drawn = pixelsOf(picture).filter(({ alpha }) => alpha > 0);
    expect(new Set(drawn.map(({ color }) => color))).toEqual(new Set(['255,255,255']));
    expect(drawn.filter(({ alpha }) => alpha === 255).length).toBeGreaterThan(50);
    expect(drawn.length).toBeLessThan((32 * 32) / 2);
    expect([Math.min(...drawn.map(({ x }) => x)), Math.max(...drawn.map(({ x }) => x))]).toEqual([0, 31]);
  });
});

describe('someone who types it wrongly', () => {
  test('is told every setting that cannot be used, in a sentence each, and nothing is written', async () => {
    const file = join(folder, 'none.txt');
    const words = ['--app-id', 'buddy', '--domain', 'https://buddy.example/api', '--name', 'B'.repeat(31)];
    const more = ['--developer', 'D'.repeat(33), '--privacy', 'http://buddy.example', '--out', file];
    const { code, out, says } = await make([...words, ...more]);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(says.map((line) => line.split(' ')[0])).toEqual([
      '--app-id',
      '--domain',
      '--name',
      '--developer',
      '--privacy',
      '--out',
    ]);
    expect(says.filter((line) => !line.endsWith('.'))).toEqual([]);
    expect(readdirSync(folder)).not.toContain('none.txt');
  });

  test.each([
    'buddy',
    'localhost',
    '192.0.2.7',
    'buddy.example:3978',
    'Buddy.example',
    'a..example',
    '-a.example',
  ])('cannot make it for %s, where Microsoft would never find Buddy', async (domain) => {
    const { code, says } = await make(['--app-id', appId, '--domain', domain]);
    expect(code).toBe(1);
    expect(says).toEqual([expect.stringContaining('--domain must be a host name alone')]);
  });

  test('is told what is missing, and which file cannot be written', async () => {
    expect(await make([])).toMatchObject({ code: 1, says: [expect.stringContaining('--app-id <guid>')] });
    expect(await make(['--app-id', appId])).toMatchObject({
      code: 1,
      says: [expect.stringContaining('--domain <host>')],
    });
    const nowhere = join(folder, 'no-such-folder', 'buddy.zip');
    expect(await make([...asked, '--out', nowhere])).toMatchObject({
      code: 1,
      says: [expect.stringContaining(nowhere)],
    });
  });
});
