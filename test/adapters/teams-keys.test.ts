import { expect, test } from '@jest/globals';
import { until } from './stage.ts';
import { stageTeams } from './teams-stage.ts';

// Alone in its file: the SDK keeps Microsoft's signing keys for the whole process.
test("while Microsoft's signing keys cannot be fetched nobody is let in, the log says so, and it mends itself", async () => {
  const stage = await stageTeams();
  const ana = stage.teams.person('ana');
  const told = () => stage.log.lines.filter((line) => line.includes('signing keys'));
  try {
    stage.teams.fault('login.keys', { kind: 'server-error' });
    expect(await ana.says('status SECRET')).toMatchObject({ status: 401, text: '' });
    expect(stage.events).toEqual([]);
    expect(told().filter((line) => line.includes('"level":"error"'))).not.toEqual([]);
    // Messages still go out; but nobody is heard, and anyone who asks whether all is well learns so.
    expect(stage.adapter.deafness()).toContain('login.botframework.com');
    expect(stage.adapter.trouble()).toBeNull();
    // Microsoft is not asked again for two seconds.
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect((await ana.says('status')).status).toBe(200);
    expect(stage.events).toHaveLength(1);
    await until(() => stage.adapter.deafness() === null);
    expect(stage.log.lines.join('\n')).not.toContain('SECRET');
  } finally {
    await stage.close();
  }
});
