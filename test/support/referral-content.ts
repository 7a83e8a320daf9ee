import type { PersonRef } from '../../src/chat/person.ts';
import type { ReferralContent } from '../../src/features/referrals/content.ts';

/** What's known of a referral of which hardly anything is known. */
export function contentAbout(person: PersonRef | null, name: string): ReferralContent {
  return {
    ...{ person, name, contact: null, kind: 'event-error', askedBy: null, isForOneself: false },
    ...{ wishesOtherUnit: false, wishesNight: false, wishesGroup: false },
    ...{ profession: null, specialty: null, unit: null, language: null },
  };
}
