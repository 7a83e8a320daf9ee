import { describe, expect, test } from '@jest/globals';
import { readConfig, requireServable } from '../../src/config/config.ts';
import { ConfigFault } from '../../src/config/config-fault.ts';
import { halfPlatforms, isLoopback, isOn, whyNotServable } from '../../src/config/platforms.ts';

const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret' };
const teams = { MicrosoftAppId: 'app-id', MicrosoftAppPassword: 'secret', MicrosoftAppTenantId: 'tenant' };

describe('half a platform is refused rather than left out', () => {
  test.each<[Record<string, string>, string[]]>([
    [{}, []],
    [slack, []],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }, []],
    [
      { SLACK_SIGNING_SECRET: 'secret' },
      [
        'SLACK_BOT_TOKEN is missing, while the rest of Slack is set. It is under "OAuth & Permissions" of the app.',
      ],
    ],
    [
      { SLACK_APP_TOKEN: 'xapp-1' },
      [
        'SLACK_BOT_TOKEN is missing, while the rest of Slack is set. It is under "OAuth & Permissions" of the app.',
      ],
    ],
    [
      { SLACK_BOT_TOKEN: 'xoxb-1' },
      [
        'SLACK_SIGNING_SECRET is missing: set it for HTTP ("Basic Information" of the app), or SLACK_APP_TOKEN for Socket Mode.',
      ],
    ],
    [teams, []],
    [{ MicrosoftAppId: 'a', MicrosoftAppType: ' UserAssignedMSI ', MicrosoftAppTenantId: 'b' }, []],
    [
      { MicrosoftAppPassword: 'secret' },
      [
        'MicrosoftAppId is missing, while the rest of Teams is set. It is the application (client) id of the app registration.',
      ],
    ],
    [
      { MicrosoftAppTenantId: 'b', MicrosoftAppId: '  ' },
      [
        'MicrosoftAppId is missing, while the rest of Teams is set. It is the application (client) id of the app registration.',
      ],
    ],
    [
      { MicrosoftAppId: 'a' },
      [
        'MicrosoftAppPassword is missing: a client secret of the app registration, its value and not its id. In its place there can be MicrosoftAppCertificateFile, AZURE_FEDERATED_TOKEN_FILE or MicrosoftAppType=UserAssignedMSI.',
        'MicrosoftAppTenantId is missing: the directory (tenant) id of your hospital. Nobody from another tenant is let in.',
      ],
    ],
    [{ TEAMS_LOCAL_NO_AUTH: 'true', MicrosoftAppTenantId: 'b' }, []],
    [
      { TEAMS_LOCAL_NO_AUTH: ' TRUE ', MicrosoftAppPassword: 'secret' },
      [
        'TEAMS_LOCAL_NO_AUTH lets everyone in, and MicrosoftAppPassword is of a real platform. Remove TEAMS_LOCAL_NO_AUTH, or try Buddy on this machine without the others.',
      ],
    ],
    [
      { TEAMS_LOCAL_NO_AUTH: 'true', ...slack, MicrosoftAppId: 'a', MicrosoftAppType: 'UserAssignedMSI ' },
      [
        'TEAMS_LOCAL_NO_AUTH lets everyone in, and MicrosoftAppId, MicrosoftAppType, SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET are of a real platform. Remove TEAMS_LOCAL_NO_AUTH, or try Buddy on this machine without the others.',
      ],
    ],
    [{ TEAMS_LOCAL_NO_AUTH: 'true', ...slack, SLACK_API_URL: ' http://localhost:4000/api ' }, []],
    [
      {
        TEAMS_LOCAL_NO_AUTH: 'true',
        ...slack,
        SLACK_APP_TOKEN: 'xapp-1',
        SLACK_API_URL: 'https://slack.example/',
      },
      [
        'TEAMS_LOCAL_NO_AUTH lets everyone in, and SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN are of a real platform. Remove TEAMS_LOCAL_NO_AUTH, or try Buddy on this machine without the others.',
      ],
    ],
  ])('%j: %j', (environment, faults) => {
    expect(halfPlatforms(environment)).toEqual(faults);
  });

  test('a switch is on for true and 1, and for nothing else', () => {
    expect(['true', ' True ', '1', 'false', '0', '', 'yes', undefined].map(isOn)).toEqual([
      ...[true, true, true],
      ...[false, false, false, false, false],
    ]);
  });
});

describe('what has no passwords is for this machine alone', () => {
  const servable = { slack: readConfig(slack).slack, teams: null, playground: false, host: '0.0.0.0' };
  const open = { credentials: null, tenantId: null };

  test('a real platform is served to everyone', () => {
    expect(whyNotServable(servable)).toBeNull();
    expect(whyNotServable({ ...servable, slack: null, teams: readConfig(teams).teams })).toBeNull();
    expect(() => requireServable(readConfig({ ...slack, HOST: '0.0.0.0' }))).not.toThrow();
  });

  test('with neither a platform nor the playground there is nothing to serve', () => {
    const nothing = { ...servable, slack: null };
    expect(whyNotServable(nothing)).toBe(
      'No chat platform is configured. Set SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET, or MicrosoftAppId and its companions (see .env.example and README.md), then start again. To look around without one, set PLAYGROUND=true.',
    );
    expect(whyNotServable({ ...nothing, playground: true, host: 'localhost' })).toBeNull();
    expect(() => requireServable(readConfig({ PLAYGROUND: 'false' }))).toThrow(ConfigFault);
  });

  test('Teams without authentication', () => {
    expect(whyNotServable({ ...servable, teams: open, host: '127.0.0.1' })).toBeNull();
    expect(whyNotServable({ ...servable, teams: open })).toBe(
      'TEAMS_LOCAL_NO_AUTH lets everyone in, so it is for this machine alone: HOST is 0.0.0.0. Set HOST=127.0.0.1, or remove TEAMS_LOCAL_NO_AUTH and set MicrosoftAppId.',
    );
  });

  test('the playground, whether it was asked for or is there for want of a platform', () => {
    const begins =
      'The playground has no passwords, so it is for this machine alone: HOST is 0.0.0.0 while PLAYGROUND is on.';
    const playground = { ...servable, playground: true };
    expect(whyNotServable({ ...playground, host: '::1' })).toBeNull();
    expect(whyNotServable(playground)).toBe(`${begins} Set HOST=127.0.0.1, or set PLAYGROUND=false.`);
    expect(whyNotServable({ ...playground, slack: null, teams: readConfig(teams).teams })).toBe(
      `${begins} Set HOST=127.0.0.1, or set PLAYGROUND=false.`,
    );
    expect(whyNotServable({ ...playground, slack: null })).toBe(
      `${begins} Set HOST=127.0.0.1, or set up a chat platform first (no platform is configured, so the playground is on).`,
    );
  });

  test('this machine has three names', () => {
    expect(['127.0.0.1', 'LocalHost', '::1', '', '0.0.0.0', '::', '127.0.0.2'].map(isLoopback)).toEqual([
      ...[true, true, true],
      ...[false, false, false, false],
    ]);
  });
});
