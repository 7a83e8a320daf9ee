import { describe, expect, test } from '@jest/globals';
import { isServiceUrlAllowed, ServiceUrls } from '../../adapters/teams/service-url.ts';

const connector = 'https://smba.trafficmanager.net/emea/';

describe('where answers are sent', () => {
  test.each([
    connector,
    'https://smba.infra.gcc.teams.microsoft.com/teams',
    'HTTPS://SMBA.trafficmanager.net/x',
  ])('%s is Microsoft’s', (url) => {
    expect([isServiceUrlAllowed(url, false), isServiceUrlAllowed(url, true)]).toEqual([true, true]);
  });

  test.each([
    'http://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evil.example/smba.trafficmanager.net',
    'https://smba.trafficmanager.net@evil.example/',
    'https://x@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net\\@evil.example/',
    'https://smba.trafficmanager.net/ x',
    'https://smba.trafficmanager.net:444/',
    'smba.trafficmanager.net',
    '',
    undefined,
    { href: connector },
  ])('%j is not', (url) => {
    expect([isServiceUrlAllowed(url, false), isServiceUrlAllowed(url, true)]).toEqual([false, false]);
  });

  test.each(['http://127.0.0.1:3979/', 'https://localhost:1/x'])(
    '%s is allowed in local mode alone',
    (url) => {
      expect([isServiceUrlAllowed(url, false), isServiceUrlAllowed(url, true)]).toEqual([false, true]);
    },
  );

  test('another protocol or another machine is not even then', () => {
    expect(
      ['ftp://localhost/', 'http://127.0.0.2/', 'http://10.0.0.7/'].map((url) =>
        isServiceUrlAllowed(url, true),
      ),
    ).toEqual([...[false, false, false]]);
  });

  test('is remembered for each tenant; before that it is Microsoft’s own, or nothing in local mode', () => {
    const urls = new ServiceUrls(false);
    expect(urls.of('a')).toBe('https://smba.trafficmanager.net/teams/');
    expect(new ServiceUrls(true).of('a')).toBeNull();
    urls.remember('a', connector);
    expect([urls.of('a'), urls.of('b')]).toEqual([connector, 'https://smba.trafficmanager.net/teams/']);
    expect([
      urls.allows(connector),
      urls.allows('http://localhost/'),
      new ServiceUrls(true).allows('http://localhost/'),
    ]).toEqual([...[true, false, true]]);
  });

  test('a client that makes up tenants fills no memory, and those known are kept up to date', () => {
    const urls = new ServiceUrls(true);
    for (let tenant = 0; tenant < 1_001; tenant += 1) urls.remember(String(tenant), connector);
    expect([urls.of('999'), urls.of('1000')]).toEqual([connector, null]);
    urls.remember('999', 'http://localhost/');
    expect(urls.of('999')).toBe('http://localhost/');
  });
});
