import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import jsqr from 'jsqr';
import { languages } from '../../src/chat/language.ts';
import { type Finished, runCommand } from '../support/program.ts';
import { content } from '../support/turn.ts';

/** Someone in IT prints what makes Buddy known. */
const teams = {
  MicrosoftAppId: '0f0f0f0f-1111-4222-8333-444444444444',
  MicrosoftAppPassword: 'not-a-secret',
  MicrosoftAppTenantId: '0f0f0f0f-1111-4222-8333-555555555555',
};
const teamsLink = `https://teams.microsoft.com/l/chat/0/0?users=28:${teams.MicrosoftAppId}`;
const slack = { SLACK_BOT_TOKEN: 'xoxb-not-a-token', SLACK_SIGNING_SECRET: 'not-a-secret' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'buddy-launch-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const kit = (environment: Readonly<Record<string, string>>, ...options: string[]): Promise<Finished> =>
  runCommand(['launch', 'kit', '--out', join(folder, 'kit'), ...options], environment);

const page = (name: string): string => readFileSync(join(folder, 'kit', name), 'utf8');
const pages = (): string[] => globSync('**/*.html', { cwd: join(folder, 'kit') }).sort();

describe('the launch kit', () => {
  test('is a page for each text in both languages, with the hospital’s name, that asks no other host', async () => {
    const { code, stdout, stderr } = await kit(teams, '--hospital', 'St. Mary’s & <Sons>');
    expect([code, stderr, stdout]).toEqual([0, '', expect.stringMatching(/^Wrote 25 pages to .*kit\./)]);
    const expected = languages.flatMap((language) =>
      content.launch.map(({ id }) => `${language}/${id}.html`),
    );
    expect(pages()).toEqual(['index.html', ...expected].sort());
    for (const name of pages()) {
      const asked = page(name)
        .replaceAll('xmlns="http://www.w3.org/2000/svg"', '')
        .replaceAll(teamsLink.replaceAll('&', '&amp;'), '');
      expect([name, asked]).toEqual([
        name,
        expect.not.stringMatching(/https?:|src=|url\(|@import|<script|\{(hospital|open)/i),
      ]);
    }
    for (const name of ['en/poster.html', 'es/announcement.html'])
      expect(page(name)).toContain('St. Mary’s &amp; &lt;Sons&gt;');
    expect(page('en/announcement.html')).toContain('<html lang="en">');
    expect(page('es/poster.html')).toContain('¿Quién te pregunta cómo estás?');
    for (const [, place = ''] of page('index.html').matchAll(/href="([^"]+)"/g))
      expect(existsSync(join(folder, 'kit', place))).toBe(true);
  });

  test('has a code that a phone reads, and that opens the chat with Buddy in Teams', async () => {
    await kit({ ...teams, ...slack });
    for (const name of ['en/poster.html', 'es/badge-card.html']) expect(readCode(page(name))).toBe(teamsLink);
    expect(page('en/poster.html')).toContain('In Slack, type /buddy');
    expect(page('es/poster.html')).toContain('En Microsoft Teams, abre el chat con Buddy y escribe ayuda');
  });

  test('opens what IT names, where Slack alone is set up', async () => {
    const link = 'https://slack.com/app_redirect?app=A0BUDDY&team=T0HOSP';
    expect(await kit(slack, '--link', link)).toMatchObject({ code: 0, stderr: '' });
    expect(readCode(page('en/badge-card.html'))).toBe(link);
    expect(page('en/email.html')).toContain(link.replace('&', '&amp;'));
    expect(page('en/email.html')).not.toContain('Teams');
  });

  test('says what to type where nobody knows the link, leaves a blank for the name, and says so', async () => {
    const { code, stdout } = await kit(slack);
    expect([code, stdout]).toEqual([0, expect.stringContaining('no QR code')]);
    expect(page('en/poster.html')).not.toContain('<svg');
    expect(page('en/poster.html')).toMatch(/In Slack, type \/buddy[\s\S]*Call or text 988/);
    expect(page('en/poster.html')).toMatch(/at _{10,}/);
  });

  test('overwrites nothing, and what can’t be used is one sentence', async () => {
    expect(await kit({}, '--link', 'javascript:alert(1)')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^--link must be an address that begins with https:.*\n$/),
    });
    expect((await kit({}, '--link', `https://${'a'.repeat(300)}.example`)).stderr).toMatch(/at most 200/);
    expect((await kit({}, '--hospital', '  ')).stderr).toMatch(/^--hospital must be .*\n$/);
    expect(existsSync(join(folder, 'kit'))).toBe(false);
    expect(await kit({})).toMatchObject({ code: 0 });
    writeFileSync(join(folder, 'kit/index.html'), 'ours');
    expect((await kit({})).stderr).toMatch(/^.*kit has something in it\. .*overwrites nothing\.\n$/);
    expect(page('index.html')).toBe('ours');
    rmSync(join(folder, 'kit'), { recursive: true });
    writeFileSync(join(folder, 'kit'), '');
    expect((await kit({})).stderr).toMatch(/^.*kit could not be written \(ENOTDIR\)\.\n$/);
  });
});

/** What a camera makes of the first code on a page: its squares painted, and read by another library. */
function readCode(html: string): string | undefined {
  const [svg = ''] = /<svg.*?<\/svg>/.exec(html) ?? [];
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const [, ...numbers] of svg.matchAll(/M(\d+),(\d+)h(\d+)v\d+h-\d+z/g)) {
    const [x = 0, y = 0, side = 0] = numbers.map(Number);
    for (let row = y; row < y + side; row += 1) {
      const start = (row * size + x) * 4;
      for (let at = start; at < start + side * 4; at += 4) pixels.fill(0, at, at + 3);
    }
  }
  return jsqr.default(pixels, size, size)?.data;
}
