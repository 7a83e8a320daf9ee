import { accountMessages } from './accounts/messages.ts';
import { alarmMessages } from './alarms/messages.ts';
import { checkinMessages } from './checkins/messages.ts';
import { gatheringMessages } from './gatherings/messages.ts';
import { helpMessages } from './help/messages.ts';
import { invitationMessages } from './invitations/messages.ts';
import { launchMessages } from './launch/messages.ts';
import { nominationMessages } from './nominations/messages.ts';
import { nudgeMessages } from './nudges/messages.ts';
import { pairingMessages } from './pairing/messages.ts';
import { pulseMessages } from './pulse/messages.ts';
import { questionMessages } from './questions/messages.ts';
import { referralMessages } from './referrals/messages.ts';
import type { RoomMessage } from './room-message.ts';
import { thanksMessages } from './thanks/messages.ts';
import { trainingMessages } from './training/messages.ts';
import { unpairedMessages } from './unpaired/messages.ts';

const all: readonly RoomMessage[] = [
  ...nominationMessages,
  ...trainingMessages,
  ...gatheringMessages,
  ...pairingMessages,
  ...invitationMessages,
  ...accountMessages,
  ...questionMessages,
  ...checkinMessages,
  ...nudgeMessages,
  ...helpMessages,
  ...referralMessages,
  ...unpairedMessages,
  ...thanksMessages,
  ...alarmMessages,
  ...launchMessages,
  ...pulseMessages,
];

const byName = new Map(all.map((message) => [message.kind.name, message]));

/** What a key is of, whichever room sends it; undefined for a message that this version doesn't know. */
export function messageOf(key: string): RoomMessage | undefined {
  return byName.get(key.slice(0, key.indexOf(':')));
}
