import { expect, test } from '@jest/globals';
import { openHospital, until } from '../support/hospital.ts';
import { button } from '../support/slack/read.ts';
import type { Message } from '../support/slack/types.ts';

test('an administrator reads how Mondays go, and has the next message sent to them alone', async () => {
  const hospital = await openHospital({
    now: '2026-12-02T15:00:00Z',
    environment: { BUDDY_ADMINS: 'slack:UWIL' },
  });
  try {
    const wil = hospital.slack.person('UWIL', { name: 'Wil Park' });
    const { shown } = await wil.command('/buddy', 'admin');
    await wil.press(shown as Message, 'program.report');
    await until(() => button(wil.lastEphemeral, 'questions.preview:2026-W50') !== undefined);
    expect(JSON.stringify(wil.lastEphemeral)).toContain('No Monday has gone out yet');
    expect(await hospital.db.selectFrom('outbox').select('key').execute()).toEqual([]);

    await wil.press(wil.lastEphemeral as Message, 'questions.preview:2026-W50');
    await until(async () => (await sentTo()).length > 0);
    expect(await sentTo()).toEqual(['UWIL']);
  } finally {
    await hospital.close();
  }

  async function sentTo(): Promise<readonly string[]> {
    const rows = await hospital.db
      .selectFrom('outbox')
      .select('person_id')
      .where('status', '=', 'sent')
      .execute();
    return rows.map(({ person_id: id }) => id);
  }
});
