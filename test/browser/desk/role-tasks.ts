import { test } from '@jest/globals';
import type { Sitting } from './sitting.ts';
import type { Written } from './written.ts';

export function firstTask(sitting: Sitting, written: Written): void {
  test('appoint a second administrator', async () => {
    const { desk } = sitting;
    const { open, colleague, role, administrator, appointed } = written.roles;
    await desk.opens(open);
    await desk.picks(colleague, 'Ana Silva');
    await desk.picks(role, administrator);
    await desk.sends(written.save);
    await desk.reads(appointed);
    await desk.is('Ana Silva');
    await desk.opens();
    await desk.reads(written.desk);
  });
}

export function lastTasks(sitting: Sitting, written: Written): void {
  test('read the audit list', async () => {
    const { desk } = sitting;
    await desk.opens(written.audit.open);
    await desk.reads(...written.audit.did);
  });

  test('step down', async () => {
    const { desk } = sitting;
    const { open, colleague, role, none, oneself, steppedDown } = written.roles;
    await desk.is('Ana Silva');
    await desk.opens(open);
    await desk.picks(colleague, oneself);
    await desk.picks(role, none);
    await desk.sends(written.save);
    await desk.reads(steppedDown);
    await desk.ward.say('/buddy admin');
    await desk.reads(written.notYou);
    desk.ward.expectNoComplaints();
  });
}
