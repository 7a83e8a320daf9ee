import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { until } from '../../support/hospital.ts';
import { runCommand } from '../../support/program.ts';
import type { Stage } from '../stage.ts';
import { WardPage } from '../ward-page.ts';
import type { Sitting } from './sitting.ts';
import type { Written } from './written.ts';

export function programTasks(stage: Stage, sitting: Sitting, written: Written): void {
  test('find out why nobody on a platform got anything', async () => {
    const { desk, ward } = sitting;
    const { open, waiting, whatToDo, askThem, sent } = written.mondays;
    const { open: settings, smallest, saved } = written.settings;
    await desk.opens(settings);
    await desk.fills(smallest, '5');
    await desk.sends(written.save);
    await desk.reads(saved);
    await ward.says('dana', '/buddy pause');
    await ward.setFault('down');
    await desk.ward.pass('monday');
    await desk.opens(open);
    await desk.reads(waiting, whatToDo, askThem);
    await ward.setFault('none');
    await desk.ward.pass('hour');
    await desk.opens(open);
    await desk.reads(sent);
  });

  test('find out why Dana got nothing', async () => {
    const { desk, ward } = sitting;
    const { status, paused } = written.mondays;
    await desk.is('Dana Levi');
    await desk.ward.say(status);
    await desk.reads(paused);
    await desk.is('Wil Park');
    const monday = new Date(await ward.now()).toISOString();
    const asking = ['nudge', '--at', monday, '--dry-run', '--person', 'playground:dana'];
    const { stdout, stderr } = await runCommand(asking, stage.environment);
    expect(`${stdout}${stderr}`).toContain('playground:dana gets nothing for the week of');
    expect(stdout).toContain('since they have paused');
  });

  test('announce it', async () => {
    const { desk } = sitting;
    const { open, name, hospital, show, filledIn } = written.announce;
    await desk.opens(open, name);
    await desk.fills(hospital, 'Lakeside Hospital');
    await desk.sends(show);
    await desk.reads(filledIn);
  });

  test('print the poster', async () => {
    const { desk } = sitting;
    const line = desk.ward.chat().getByRole('region', { name: written.announce.forIt, exact: true }).last();
    const words = ((await line.textContent()) ?? '').match(/"[^"]*"|\S+/g)?.slice(4) ?? [];
    const folder = mkdtempSync(join(tmpdir(), 'buddy-kit-'));
    const given = words.map((one) =>
      one.replace('"OUR NAME"', 'Lakeside Hospital').replace(/^launch$/, join(folder, 'kit')),
    );
    const { code, stderr } = await runCommand(['launch', ...given.slice(1)], stage.environment);
    expect([code, stderr]).toEqual([0, '']);
    const kit = await desk.ward.page.context().newPage();
    await kit.goto(`file://${folder}/kit/index.html`);
    await kit.getByRole('link', { name: written.announce.poster, exact: true }).click();
    await kit.getByText('988').waitFor();
    expect(await kit.evaluate('document.documentElement.lang')).toBe(written.account);
    await new WardPage(kit, 'file://').expectAccessible();
    await kit.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("add the chaplain's number", async () => {
    const { desk } = sitting;
    const { due, add, fields, added, resources, stands } = written.lines;
    await desk.opens(due, add);
    for (const [label, answer] of fields) await desk.fills(label, answer);
    await desk.sends(written.save);
    await desk.reads(added);
    await desk.is('Ana Silva');
    await desk.ward.say(resources);
    await desk.reads(stands);
    await desk.is('Wil Park');
  });

  test('verify the lines', async () => {
    const { desk } = sitting;
    const { due, verify, never, noneDue } = written.lines;
    await desk.opens(due);
    const shown = desk.ward.chat().locator('.message.buddys').last();
    const left = await shown.getByText(never).count();
    expect(left).toBeGreaterThan(3);
    for (let one = 0; one < left; one += 1) {
      await shown.getByRole('button', { name: verify }).nth(one).click();
      await until(async () => (await shown.getByText(never).count()) === left - one - 1, 20_000);
    }
    await desk.opens();
    await desk.reads(noneDue);
  });
}
