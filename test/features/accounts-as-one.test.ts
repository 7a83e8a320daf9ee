import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { accountOf } from '../../src/features/nudges/store.ts';
import { refreshProfiles } from '../../src/people/members/refresh.ts';
import { findMember } from '../../src/people/members/store.ts';
import { aProfile, buttonIds, temporaryDatabase } from '../support/turn.ts';
import {
  anaInTeams,
  anaOnSlack,
  ben,
  buddiesOf,
  cleo,
  codeIn,
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

async function waitingInvitation(): Promise<string> {
  const row = await db
    .selectFrom('invitations')
    .select('id')
    .where('status', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return row.id;
}

describe('two accounts are one person', () => {
  test('inviting one’s buddy’s other account: you are already buddies', async () => {
    expect(said(await hospital.type(ben, 'pair', anaInTeams))).toContain('are already buddies');
    expect(said(await hospital.type(anaInTeams, 'pair', ben))).toContain('are already buddies');
  });

  test('inviting one’s own other account: that is you', async () => {
    expect(said(await hospital.type(anaOnSlack, 'pair', anaInTeams))).toContain("That's you");
    expect(said(await hospital.type(anaInTeams, 'pair', anaOnSlack))).toContain("That's you");
  });

  test('using one’s own code with the other account: that is your own', async () => {
    const code = codeIn(await hospital.type(anaOnSlack, 'invite'));
    expect(said(await hospital.type(anaInTeams, `join ${code}`))).toContain('your own code');
  });

  test('an invitation to either account reaches the one for messages, waits at both, and is answered with either', async () => {
    await hospital.type(cleo, 'pair', anaInTeams);
    expect(await recipients(db, 'invitation')).toEqual(['slack:U0ANA']);
    expect(said(await hospital.type(cleo, 'pair', anaOnSlack))).toContain("haven't answered yet");
    for (const account of [anaOnSlack, anaInTeams]) {
      expect(said(await hospital.type(account, 'status'))).toContain('Cleo Park would like to be your buddy');
    }
    await hospital.press(anaInTeams, `pairing.accept:${await waitingInvitation()}`);
    expect(await buddiesOf(db, anaOnSlack)).toEqual(['Ben Ode', 'Cleo Park']);
  });

  test('who asks back with the other account is a buddy at once', async () => {
    await hospital.type(cleo, 'pair', anaOnSlack);
    expect(said(await hospital.type(anaInTeams, 'pair', cleo))).toContain('are buddies');
    expect(await buddiesOf(db, cleo)).toEqual(['Ana Diaz']);
  });

  test('an invitation that came before the two were linked can be accepted with both', async () => {
    await hospital.press(anaInTeams, 'accounts.unlink');
    await hospital.type(cleo, 'pair', anaInTeams);
    await linkUp(hospital, anaOnSlack, anaInTeams);
    await hospital.press(anaOnSlack, `pairing.accept:${await waitingInvitation()}`);
    expect(await buddiesOf(db, cleo)).toEqual(['Ana Diaz']);
  });

  test('asking a third time counts, whichever account is asked', async () => {
    for (const account of [anaOnSlack, anaInTeams, anaOnSlack]) {
      await hospital.type(cleo, 'pair', account);
      await hospital.press(cleo, `pairing.withdraw:${await waitingInvitation()}`);
    }
    expect(said(await hospital.type(cleo, 'pair', anaInTeams))).toContain('a few times this month');
  });

  test('who lets herself be found does not find herself with the other account, and others find her once', async () => {
    await hospital.press(anaOnSlack, 'pairing.open');
    expect(JSON.stringify(await hospital.type(anaInTeams, 'choose'))).not.toContain('"value":');
    expect(JSON.stringify(await hospital.type(cleo, 'choose')).match(/"value":/g)).toHaveLength(1);
  });

  test('a check-in noted in Teams counts for both, and what one sets holds for the other', async () => {
    expect(said(await hospital.type(anaInTeams, 'checkin'))).toContain('Got it');
    expect(said(await hospital.type(anaOnSlack, 'status'))).toContain('checked in this week');
    await hospital.type(anaInTeams, 'pause');
    expect(said(await hospital.type(anaOnSlack, 'status'))).toContain('paused');
  });
});

describe('where messages go', () => {
  test('settings say where, and offer the other; who has one account is offered to link', async () => {
    const answer = await hospital.type(anaInTeams, 'settings');
    expect(said(answer)).toContain("I'll send your Monday questions and everything else in Slack");
    expect(buttonIds(answer)).toEqual([
      'settings.edit',
      'settings.deeper:off',
      'accounts.prefer:teams',
      'accounts.unlink',
      'pairing.refuse:anyone',
    ]);
    expect(buttonIds(await hospital.type(ben, 'settings'))).toEqual([
      'settings.edit',
      'settings.deeper:off',
      'accounts.link',
      'pairing.refuse:anyone',
    ]);
  });

  test('the nudge goes to one account; once she prefers Teams, the next one goes there', async () => {
    await hospital.monday(monday);
    expect(await recipients(db, 'nudge')).toEqual(['slack:U0ANA', 'slack:U0BEN']);
    expect(said(await hospital.press(anaOnSlack, 'accounts.prefer:teams'))).toContain(
      'everything else in Teams',
    );
    await hospital.monday(monday + 7 * 86_400_000);
    expect(await recipients(db, 'nudge')).toEqual([
      'slack:U0ANA',
      'slack:U0BEN',
      'slack:U0BEN',
      'teams:aa-ana',
    ]);
    expect(await accountOf(db, '2026-W49')).toMatchObject({ eligible: 2, pending: 2 });
  });

  test('this week’s message, sent before the choice, still follows a check-in', async () => {
    await hospital.monday(monday);
    await hospital.press(anaInTeams, 'accounts.prefer:teams');
    await hospital.type(ben, 'checkin');
    const [nudge] = (await messages(db, 'nudge')).filter((row) => row.person_id === anaOnSlack.id);
    expect(nudge?.card).toContain('checked in this week');
    expect(nudge?.platform).toBe('slack');
  });

  test('she is called as she is called there, and her clock is followed from there', async () => {
    await hospital.press(anaInTeams, 'accounts.prefer:teams');
    const lookUp = async ({ id }: PersonRef) => hospital.profiles.get(id) ?? ({ unknown: true } as const);
    await refreshProfiles(db, lookUp, hospital.now, { leave: async () => {} });
    expect(await findMember(db, anaOnSlack)).toMatchObject({
      person: anaInTeams,
      name: 'Diaz, Ana',
      timeZone: 'America/New_York',
    });
    await hospital.tellProfile(anaOnSlack, aProfile('Ana Berg', { timeZone: 'Asia/Tokyo' }));
    expect(await findMember(db, anaOnSlack)).toMatchObject({
      name: 'Diaz, Ana',
      timeZone: 'America/New_York',
    });
  });

  test('what was asked about the old account while she chose the other is not taken for the new one', async () => {
    const lookUp = async ({ id }: PersonRef) => {
      if (id === anaOnSlack.id) await hospital.press(anaOnSlack, 'accounts.prefer:teams');
      return aProfile('Ana Diaz', { timeZone: 'Asia/Tokyo', active: id !== anaOnSlack.id });
    };
    const now = hospital.now + 90_000_000;
    await refreshProfiles(db, lookUp, now, { leave: leaveAt(now) });
    expect(await findMember(db, anaOnSlack)).toMatchObject({ name: 'Diaz, Ana', timeZone: 'Europe/Paris' });
  });

  test('pressing twice, or an old button, changes nothing', async () => {
    await hospital.press(anaInTeams, 'accounts.prefer:teams');
    expect(said(await hospital.press(anaInTeams, 'accounts.prefer:teams'))).toContain(
      'everything else in Teams',
    );
    expect((await findMember(db, anaOnSlack))?.person).toEqual(anaInTeams);
    expect(said(await hospital.press(ben, 'accounts.prefer:teams'))).toContain('No other account');
  });
});

describe('unlinking', () => {
  test.each([anaOnSlack, anaInTeams])(
    'from either side, at once: everything stays with the one for messages',
    async (account) => {
      expect(said(await hospital.press(account, 'accounts.unlink'))).toContain('stay in Slack');
      expect([await buddiesOf(db, anaOnSlack), await findMember(db, anaInTeams)]).toEqual([
        ['Ben Ode'],
        null,
      ]);
      expect(said(await hospital.press(account, 'accounts.unlink'))).toContain('Nothing has changed');
    },
  );

  test('who moves to the other platform for good takes everything along, and leaves nothing behind by erasing the old one', async () => {
    await hospital.type(anaOnSlack, 'pair', cleo);
    await hospital.press(anaOnSlack, 'accounts.prefer:teams');
    await hospital.press(anaOnSlack, 'accounts.unlink');
    await hospital.press(anaOnSlack, 'privacy.forget:yes');
    expect(await buddiesOf(db, anaInTeams)).toEqual(['Ben Ode']);
    expect(JSON.stringify(await everything(db))).not.toContain(anaOnSlack.id);
  });
});
