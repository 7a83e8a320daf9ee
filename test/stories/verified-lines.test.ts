import { expect, test } from '@jest/globals';
import { openHospital, until } from '../support/hospital.ts';
import { runCommand } from '../support/program.ts';
import { button } from '../support/slack/read.ts';
import type { Message } from '../support/slack/types.ts';

test('lines that an administrator verified in chat are named by `check` no more; those that nobody has are', async () => {
  const hospital = await openHospital({
    now: new Date().toISOString(),
    environment: { BUDDY_ADMINS: 'slack:UWIL' },
  });
  try {
    const environment = { ...hospital.slack.env(), DATABASE_URL: hospital.databaseUrl };
    const named = async () =>
      /six months: ([^.]*)\./.exec((await runCommand(['check'], environment)).stdout)?.[1];
    expect(await named()).toContain('988');

    const wil = hospital.slack.person('UWIL', { name: 'Wil Park' });
    const { shown } = await wil.command('/buddy', 'admin');
    await wil.press(shown as Message, 'program.lines');
    await until(() => button(wil.lastEphemeral, 'program.lines:') !== undefined);
    const count = (await named())?.split(', ').length ?? 0;
    await wil.press(wil.lastEphemeral as Message, 'program.lines:');
    await until(async () => (await named())?.split(', ').length === count - 1);
    expect(await named()).not.toContain('988');
  } finally {
    await hospital.close();
  }
});
