import type { GalleryEntry } from '../../../adapters/playground/backstage.ts';
import type { Reader } from '../../chat/reader.ts';
import * as accounts from '../../features/accounts/cards.ts';
import * as choosing from '../../features/choosing/cards.ts';
import * as codes from '../../features/codes/cards.ts';
import * as invitations from '../../features/invitations/cards.ts';
import * as pairing from '../../features/pairing/cards.ts';
import * as unpaired from '../../features/unpaired/cards.ts';
import { card, form } from './entries.ts';
import * as sample from './samples.ts';

const { ana, ben, chidi, now } = sample;

/** Finding a buddy: choosing, invitations, codes, linked accounts, and what the two become. */
export function pairs(reader: Reader): readonly GalleryEntry[] {
  const prompts = ['Who made a hard shift easier for you?', 'Who would you like to talk to more often?'];
  return [
    card(
      'choosing: who to ask',
      choosing.choosingCard(reader, { questions: prompts, openPeople: [ben, chidi], amOpen: false }),
    ),
    card(
      'choosing: who to ask, with nobody open yet',
      choosing.choosingCard(reader, { questions: prompts, openPeople: [], amOpen: true }),
    ),
    card(
      'choosing: open to an invitation',
      choosing.nowOpenCard(reader, { isPaused: false, hadRefused: false }),
    ),
    card(
      'choosing: open to an invitation while paused',
      choosing.nowOpenCard(reader, { isPaused: true, hadRefused: true }),
    ),
    card('choosing: no longer shown', choosing.nowClosedCard(reader)),
    card('invitations: several of one name', invitations.namesakesCard(reader, sample.namesakes)),
    form('invitations: invite a colleague', invitations.inviteForm(reader)),
    card('invitations: what the colleague gets', invitations.invitationCard(reader, sample.toDana, ana)),
    card('invitations: not to be asked again', invitations.refusedCard(reader, sample.toDana, ana)),
    card('invitations: to be asked by nobody', invitations.nobodyAsksCard(reader)),
    card('invitations: some may not ask, in the settings', {
      elements: invitations.askElements(reader, [{ by: 'someone', since: now }]),
    }),
    card('invitations: sent', invitations.sentCard(reader, sample.toDana)),
    card('invitations: declined', invitations.wasDeclinedCard(reader, sample.toDana)),
    card('codes: a code', codes.codeCard(reader, sample.newCode, ['playground'])),
    card(
      'codes: a sixth code',
      codes.codeCard(reader, { ...sample.newCode, oldestStopped: true }, ['playground']),
    ),
    card(
      'codes: a code for a colleague on either platform',
      codes.codeCard(reader, sample.newCode, ['slack', 'teams']),
    ),
    card('codes: for a colleague without the app', codes.passOnCard(reader, sample.newCode)),
    card('codes: join, without the code', codes.typeTheCodeCard(reader)),
    form('codes: join with a code', codes.joinForm(reader)),
    card(
      'accounts: a code',
      accounts.linkCodeCard(reader, '7K3M-Q9XD', { here: 'slack', others: ['teams'] }),
    ),
    card('accounts: nothing to link yet', accounts.nothingYetCard(reader, ['teams'])),
    form('accounts: enter a code', accounts.linkForm(reader)),
    card('accounts: how to link, below a list of commands', {
      elements: accounts.linkElements(reader, ['slack', 'teams']),
    }),
    card('accounts: linked', accounts.linkedCard(reader, ana, sample.linked)),
    card('accounts: to the one whose code was used', accounts.wasLinkedCard(reader, 'teams')),
    card('pairing: new buddies', pairing.newBuddyCard(reader, ana, ben, now)),
    card('pairing: stop with the one buddy', pairing.endCard(reader, [sample.withBen])),
    card('pairing: stop with which buddy', pairing.endCard(reader, [sample.withBen, sample.withChidi])),
    card('pairing: the other has stopped', pairing.otherEndedCard(reader, ben)),
    card('unpaired: a next step', unpaired.nextStepCard(reader)),
    card('unpaired: left for now', unpaired.leftCard(reader)),
    card('pairing: the other has left', pairing.otherLeftCard(reader, ben.name)),
  ];
}
