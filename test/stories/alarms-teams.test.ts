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
    await until(async () => !(await stage.isReady(stage.servers[0])), patienceMs);
    let at = Date.parse(wednesday);
    await until(async () => {
      at += 20_000;
      await stage.goTo(at);
      return stage.told(/Teams no longer lets Buddy in/).length > 0;
    }, patienceMs);
    await until(() => stage.told(/about to expire/).length > 0, patienceMs);
    const told = stage.told(/no longer lets Buddy in/);
    expect(told.map(({ to }) => to)).toEqual(['wil']);
    expect(told[0]?.said).toMatch(/\(AADSTS\d+\)/);
    expect(stage.told(/expires on December 10, 2026/).map(({ to }) => to)).toEqual(['wil']);

    await stage.servers.shift()?.stop();
    await stage.serve({ TEAMS_SECRET_EXPIRES: '2027-12-10' });
    await until(() => stage.isReady(stage.servers[0]), patienceMs);
    await stage.goTo(at + 3_600_000);
    await until(() => stage.told(/been fine again/).length === 2, patienceMs);
    expect(stage.told(/about to expire|no longer lets/)).toHaveLength(2);
  },
  4 * patienceMs,
);
