import { describe, expect, test } from '@jest/globals';
import type { Reader } from '../../src/chat/reader.ts';
import { linesToVerify, type Opening, type Resource } from '../../src/content/resources.ts';
import { resourcesCard } from '../../src/features/resources/cards.ts';
import { answering, answeringFirst } from '../../src/features/resources/rules.ts';
import { content } from '../support/turn.ts';

const physicians = content.resources.find(({ id }) => id === 'physician-support-line') as Resource;
const peers: Resource = {
  ...physicians,
  id: 'our-peers',
  open: { zone: 'America/Chicago', days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '07:00', to: '23:00' },
};
const at = Date.parse;

describe('the physicians’ line, open from 8 in the morning to 1 at night by Eastern time', () => {
  test.each([
    ['at 7:59', '2026-11-25T12:59:00Z', { now: false, opensAt: at('2026-11-25T13:00:00Z') }],
    ['at 8:00', '2026-11-25T13:00:00Z', { now: true }],
    ['at half past midnight', '2026-11-26T05:30:00Z', { now: true }],
    ['at 1:00', '2026-11-26T06:00:00Z', { now: false, opensAt: at('2026-11-26T13:00:00Z') }],
    ['at 3:00', '2026-11-26T08:00:00Z', { now: false, opensAt: at('2026-11-26T13:00:00Z') }],
    ['in summer at 7:59', '2026-07-01T11:59:00Z', { now: false, opensAt: at('2026-07-01T12:00:00Z') }],
    ['in summer at 8:00', '2026-07-01T12:00:00Z', { now: true }],
    [
      'on the night when clocks spring forward, at 3:30',
      '2027-03-14T07:30:00Z',
      { now: false, opensAt: at('2027-03-14T12:00:00Z') },
    ],
  ])('%s', (_, now, expected) => {
    expect(answering(physicians, at(now))).toEqual(expected);
  });
});

describe('a line of the hospital’s own', () => {
  test.each([
    ['on Friday evening', '2026-11-28T04:59:00Z', { now: true }],
    [
      'after it closes on Friday until Monday',
      '2026-11-28T05:00:00Z',
      { now: false, opensAt: at('2026-11-30T13:00:00Z') },
    ],
    ['on Sunday', '2026-11-29T18:00:00Z', { now: false, opensAt: at('2026-11-30T13:00:00Z') }],
  ])('%s', (_, now, expected) => {
    expect(answering(peers, at(now))).toEqual(expected);
  });

  test('that closes as early as it opens is open round the clock on its days', () => {
    const open: Opening = { zone: 'UTC', days: ['wed'], from: '08:00', to: '08:00' };
    expect(answering({ open }, at('2026-11-26T07:59:00Z'))).toEqual({ now: true });
    expect(answering({ open }, at('2026-11-26T08:00:00Z'))).toEqual({
      now: false,
      opensAt: at('2026-12-02T08:00:00Z'),
    });
  });

  test('whose hours nobody wrote down as data is neither said to be open nor closed', () => {
    expect(answering({ open: null }, at('2026-11-26T08:00:00Z'))).toEqual({ now: null });
  });
});

test('crisis lines answer at every hour', () => {
  const crisis = content.resources.filter(({ kind }) => kind === 'crisis');
  expect(crisis.map((line) => answering(line, at('2026-11-26T08:00:00Z')))).toEqual(
    crisis.map(() => ({ now: true })),
  );
});

describe('at three in the morning in Denver', () => {
  const reader: Reader = { language: 'en', timeZone: 'America/Denver', hours: 12, platform: 'slack' };
  const night = at('2026-11-25T10:00:00Z');
  const always: Resource = { ...peers, id: 'always', open: 'always' };

  test('what is closed says so, and when it opens by the reader’s clock', () => {
    const said = JSON.stringify(resourcesCard(reader, [physicians], night));
    expect(said).toContain('Closed right now. Opens');
    expect(said).toMatch(/Opens [^"]*0?6:00/);
    expect(said).toContain('Not yet verified by your hospital.');
  });

  test('what answers comes before what does not', () => {
    expect(answeringFirst([physicians, always], night).map(({ id }) => id)).toEqual([
      'always',
      'physician-support-line',
    ]);
    const said = JSON.stringify(resourcesCard(reader, [always], night));
    expect(said).not.toContain('Closed');
  });

  test('a line that someone here has verified no longer says that nobody has', () => {
    const verified = { ...always, verified_by: 'Wellness office' };
    expect(JSON.stringify(resourcesCard(reader, [verified], night))).not.toContain('Not yet verified');
  });
});

test('who looks after the lines learns which were never verified here, or not for half a year', () => {
  const verified = { ...peers, verified_by: 'Wellness office', last_verified: '2026-05-01' };
  const toVerify = (now: string) => linesToVerify([physicians, verified], at(now)).map(({ id }) => id);
  expect(toVerify('2026-10-30T12:00:00Z')).toEqual(['physician-support-line']);
  expect(toVerify('2026-11-05T12:00:00Z')).toEqual(['physician-support-line', 'our-peers']);
});
