import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Effect } from '../../src/chat/effect.ts';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { accountOf } from '../../src/features/nudges/store.ts';
import { refreshProfiles } from '../../src/people/members/refresh.ts';
import { findMember } from '../../src/people/members/store.ts';
import { aProfile, cardOf, temporaryDatabase } from '../support/turn.ts';
import {
  anaInTeams,
  anaOnSlack,
  ben,
  buddiesOf,
  cleo,
  leaveAt,
  linkUp,
  messages,
  recipients,
  said,
  type TwoPlatforms,
  twoPlatforms,
} from './accounts-stage.ts';
import { everything } from './privacy-stage.ts';

const monday = Date.parse('2026-11-30T15:00:00Z');
let db: Database;
let close: () => Promise<void>;
let hospital: TwoPlatforms;

/** Ana has a buddy on Slack, Ben, and has linked her account in Teams. */
beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  hospital = twoPlatforms(db);
  await hospital.pairUp(anaOnSlack, ben);
  await linkUp(hospital, anaOnSlack, anaInTeams);
});
afterEach(() => close());

describe('forget me', () => {
  test.each([anaOnSlack, anaInTeams])(
    'from either account erases both, from every table',
    async (account) => {
      await hospital.type(cleo, 'pair', anaInTeams);
      await hospital.monday(monday);
      await hospital.press(anaOnSlack, 'accounts.prefer:teams');
      await hospital.type(anaOnSlack, 'join 7K3M-Q9XD');
      await hospital.type(anaInTeams, 'link 7K3M-Q9XD');
      const before = await accountOf(db, '2026-W49');
      await hospital.press(account, 'privacy.forget:yes');
      const left = JSON.stringify(await everything(db));
      expect(left).not.toContain(anaOnSlack.id);
      expect(left).not.toContain(anaInTeams.id);
      expect((await accountOf(db, '2026-W49')).eligible).toBe(before.eligible);
      expect(await recipients(db, 'ended')).toEqual(['slack:U0BEN']);
      expect(await recipients(db, 'closed')).toEqual(['teams:cc-cleo']);
      for (const one of [anaOnSlack, anaInTeams]) {
        const shown = said(await hospital.type(one, 'privacy'));
        expect(shown).toMatch(
          /^What .*\nYou: your account in \w+\nCodes that didn't work: 1 in the last hour\nWhat /,
        );
      }
    },
  );
});

describe('the limits on asking', () => {
  /** Whether an invitation goes out, which is taken back at once. */
  async function asks(from: PersonRef, id: string): Promise<boolean> {
    hospital.profiles.set(id, aProfile(id));
    const answer = said(await hospital.type(from, 'pair', { ...ben, id }));
    const waiting = await db.selectFrom('invitations').select('id').where('status', '=', 'waiting').execute();
    for (const invitation of waiting) await hospital.press(from, `pairing.withdraw:${invitation.id}`);
    hospital.now += 1_000;
    return answer.startsWith("I've asked");
  }

  test.each([anaOnSlack, anaInTeams])(
    'count once what was asked before both accounts were erased, whichever comes back',
    async (account) => {
      for (let nth = 0; nth < 6; nth += 1) expect(await asks(account, `U${nth}`)).toBe(true);
      await hospital.press(anaOnSlack, 'privacy.forget:yes');
      for (let nth = 6; nth < 8; nth += 1) expect(await asks(anaInTeams, `U${nth}`)).toBe(true);
      await linkUp(hospital, anaInTeams, anaOnSlack);
      for (let nth = 8; nth < 10; nth += 1) expect(await asks(account, `U${nth}`)).toBe(true);
      for (const one of [anaOnSlack, anaInTeams]) expect(await asks(one, 'U10')).toBe(false);
    },
  );

  test('go with the account that is unlinked, which would otherwise begin afresh each time', async () => {
    for (let nth = 0; nth < 10; nth += 1) expect(await asks(anaInTeams, `U${nth}`)).toBe(true);
    await hospital.press(anaOnSlack, 'accounts.unlink');
    for (const one of [anaOnSlack, anaInTeams]) expect(await asks(one, 'U10')).toBe(false);
    expect(said(await hospital.type(anaInTeams, 'privacy'))).toContain('Asked earlier: 10 invitations');
    hospital.now += 24 * 3_600_000;
    expect(await asks(anaInTeams, 'U10')).toBe(true);
  });
});

describe('what is held', () => {
  test('is shown with both accounts, whichever asks', async () => {
    for (const account of [anaOnSlack, anaInTeams]) {
      const shown = said(await hospital.type(account, 'privacy'));
      expect(shown).toContain('You: Ana Diaz, your account in Slack');
      expect(shown).toContain(
        'Your other account: Diaz, Ana, your account in Teams, linked since November 25, 2026',
      );
      expect(shown).toContain('Buddies: Ben Ode');
    }
  });

  test('is in the copy, the other account and codes to link too', async () => {
    await hospital.type(ben, 'link');
    expect(said(await hospital.type(ben, 'privacy'))).toContain(
      'Codes to link an account: one that works until',
    );
    expect(copyIn(await hospital.press(ben, 'privacy.export'))).toMatchObject({
      linkedAccount: null,
      codesToLink: [{ worksUntil: '2026-11-25T12:15:00.000Z' }],
    });
    expect(copyIn(await hospital.press(anaInTeams, 'privacy.export'))).toMatchObject({
      person: { platform: 'slack', id: 'U0ANA' },
      linkedAccount: { platform: 'teams', workspace: 'tenant', id: 'aa-ana', name: 'Diaz, Ana' },
    });
  });
});

function copyIn(effects: readonly Effect[]): unknown {
  const file = cardOf(effects).elements.find((element) => element.type === 'file');
  return JSON.parse(file?.type === 'file' ? file.content : '');
}

describe('an account is closed', () => {
  const closed = aProfile('Ana Diaz', { active: false });

  test('the linked one: she goes on with the other, and her buddy hears nothing', async () => {
    await hospital.tellProfile(anaInTeams, closed);
    expect(await buddiesOf(db, anaOnSlack)).toEqual(['Ben Ode']);
    expect(await messages(db, 'ended')).toEqual([]);
    expect(JSON.stringify(await everything(db))).not.toContain(anaInTeams.id);
  });

  test('the one for messages: she goes on with the linked one, and Monday comes there', async () => {
    await hospital.tellProfile(anaOnSlack, closed);
    expect(await buddiesOf(db, anaInTeams)).toEqual(['Ben Ode']);
    expect(await messages(db, 'ended')).toEqual([]);
    expect(JSON.stringify(await everything(db))).not.toContain(anaOnSlack.id);
    await hospital.monday(monday);
    expect(await recipients(db, 'nudge')).toEqual(['slack:U0BEN', 'teams:aa-ana']);
  });

  test('the last one: she leaves, and her buddy is told', async () => {
    await hospital.tellProfile(anaOnSlack, closed);
    await hospital.tellProfile(anaInTeams, closed);
    expect(await findMember(db, anaInTeams)).toBeNull();
    expect(await recipients(db, 'ended')).toEqual(['slack:U0BEN']);
  });

  test('the daily look finds the one for messages closed: the same', async () => {
    hospital.profiles.set(anaOnSlack.id, closed);
    const lookUp = async ({ id }: PersonRef) => hospital.profiles.get(id) ?? ({ unknown: true } as const);
    const now = hospital.now + 90_000_000;
    await refreshProfiles(db, lookUp, now, { leave: leaveAt(now) });
    expect((await findMember(db, anaInTeams))?.person).toEqual(anaInTeams);
  });
});
