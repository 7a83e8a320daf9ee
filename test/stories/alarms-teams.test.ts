import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type AlarmStage, openAlarmStage } from '../support/alarm-stage.ts';
import { until } from '../support/hospital.ts';

/** By itself in a file: in one process Microsoft's SDK keeps a token that it was given for a right secret. */

const patienceMs = 60_000;
const wednesday = '2026-12-02T15:00:00Z';

let stage: AlarmStage;
beforeEach(async () => {
  stage = await openAlarmStage(wednesday);
}, patienceMs);
afterEach(() => stage.close(), patienceMs);

test(
  'a secret that Microsoft refuses is told on Slack, though nobody there takes part; one that is about to expire, too',
  async () => {
    await stage.serve({ MicrosoftAppPassword: 'expired', TEAMS_SECRET_EXPIRES: '2026-12-10' });
    await until(() => stage.log.lines.some((line) => line.includes('gives the bot no token')), patienceMs);
    await until(() => stage.log.lines.some((line) => line.includes('accepts the bot token')), patienceMs);
    for (const ms of [0, 20_000, 40_000]) await stage.goTo(Date.parse(wednesday) + ms);
    // At the very first look Microsoft hasn't said no yet, so that Tea may hear of the secret once it's right again.
    const toWil = (words: RegExp) => stage.told(words).filter(({ to }) => to === 'wil');
    await until(() => toWil(/no longer lets Buddy in/).length > 0, patienceMs);
    await until(() => toWil(/about to expire/).length > 0, patienceMs);
    expect(toWil(/Teams no longer lets Buddy in.*\(AADSTS\d+\)/s)).toHaveLength(1);
    expect(toWil(/expires on December 10, 2026/)).toHaveLength(1);
    expect(stage.told(/./).filter(({ to }) => to === 'tea')).toEqual([]);

    const unsent = () =>
      stage.db
        .selectFrom('outbox')
        .select('key')
        .where('platform', '=', 'slack')
        .where('status', '!=', 'sent')
        .execute();
    await until(async () => (await unsent()).length === 0, patienceMs);
    await stage.servers.shift()?.stop();
    await stage.serve({ TEAMS_SECRET_EXPIRES: '2027-12-10' });
    await until(() => stage.isReady(stage.servers[0]), patienceMs);
    await stage.goTo(Date.parse(wednesday) + 3_600_000);
    await until(() => toWil(/been fine again/).length === 2, patienceMs);
    expect(toWil(/about to expire|no longer lets/)).toHaveLength(2);
  },
  4 * patienceMs,
);
