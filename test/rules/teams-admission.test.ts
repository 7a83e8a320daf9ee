import { describe, expect, test } from '@jest/globals';
import { refusalOf } from '../../adapters/teams/admission.ts';
import { requestDepth } from '../../adapters/teams/limits.ts';
import { ServiceUrls } from '../../adapters/teams/service-url.ts';

const connector = 'https://smba.trafficmanager.net/emea/';
const tenantId = 'AAAAAAAA-0000-0000-0000-00000000000A';

describe('who knocks', () => {
  const activity = {
    ...{ type: 'message', channelId: 'msteams', serviceUrl: connector },
    from: { id: '29:ana', aadObjectId: 'ana' },
    conversation: { id: 'chat', tenantId: tenantId.toLowerCase() },
  };
  const admission = { isLocal: false, tenantId, serviceUrls: new ServiceUrls(false) };
  const refused = (more: object, who: object = {}) =>
    refusalOf({ ...activity, ...more }, { ...admission, ...who })?.code ?? null;

  test('is let in from the hospital’s own tenant, by Teams', () => {
    expect(refusalOf(activity, admission)).toBeNull();
    expect(refused({ from: { id: '29:ana' } })).toBeNull();
  });

  test.each([
    { type: '' },
    { type: undefined },
    { type: 5 },
    { conversation: { tenantId } },
    { conversation: 'chat' },
    { from: undefined },
    { from: { aadObjectId: 'ana' } },
    { from: { id: '29:a\u0007na' } },
    { from: { id: '29:ana', aadObjectId: 'a\u0000' } },
  ])('is told that %j is no activity', (more) => {
    expect(refusalOf({ ...activity, ...more }, admission)).toEqual({ status: 400, code: 'no_activity' });
  });

  test('is refused when the activity is nested beyond reason', () => {
    const nested = (depth: number): unknown => (depth === 0 ? 1 : { deeper: nested(depth - 1) });
    expect(refused({ value: nested(requestDepth - 1) })).toBeNull();
    expect(refused({ value: nested(requestDepth) })).toBe('no_activity');
    expect(refused({ value: [null, nested(requestDepth)] })).toBe('no_activity');
  });

  test('is refused by another channel than Teams, except on this machine', () => {
    expect(refusalOf({ ...activity, channelId: 'directline' }, admission)).toEqual({
      status: 403,
      code: 'other_channel',
    });
    expect(refused({ channelId: 'emulator' }, { isLocal: true })).toBeNull();
  });

  test('is refused from another tenant, from several at once, and from none', () => {
    const foreign = { conversation: { id: 'chat', tenantId: 'other' } };
    expect(refusalOf({ ...activity, ...foreign }, admission)).toEqual({
      status: 403,
      code: 'foreign_tenant',
    });
    expect(refused({ channelData: { tenant: { id: 'other' } } })).toBe('foreign_tenant');
    expect(refused({ conversation: { id: 'chat' } })).toBe('foreign_tenant');
    expect(refused(foreign, { tenantId: null })).toBeNull();
  });

  test('is refused where answers would go elsewhere than to Microsoft', () => {
    expect(refusalOf({ ...activity, serviceUrl: 'https://evil.example/' }, admission)).toEqual({
      status: 403,
      code: 'foreign_service_url',
    });
  });
});
