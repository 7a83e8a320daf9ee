import type { GalleryEntry } from '../../../adapters/playground/backstage.ts';
import type { Reader } from '../../chat/reader.ts';
import * as accounts from '../../features/accounts/cards.ts';
import * as checkins from '../../features/checkins/cards.ts';
import * as invitations from '../../features/invitations/cards.ts';
import * as nudges from '../../features/nudges/cards.ts';
import type { Pair } from '../../features/pairing/store.ts';
import * as settings from '../../features/settings/cards.ts';
import { card, form } from './entries.ts';
import * as sample from './samples.ts';

const { ana, now, week } = sample;

/** Monday's message, check-ins, and settings. */
export function mondays(reader: Reader): readonly GalleryEntry[] {
  const { withAway, withBen, withChidi, benCheckedIn } = sample;
  return [
    card('nudges: Monday', nudges.nudgeCard(reader, monday([withBen]), now)),
    card(
      'nudges: Monday, checked in',
      nudges.nudgeCard(
        reader,
        { ...monday([withBen]), checkedIn: benCheckedIn, notedToday: benCheckedIn },
        now,
      ),
    ),
    card(
      'nudges: Monday with two buddies and a line above',
      nudges.nudgeCard(
        reader,
        { ...monday([withBen, withChidi]), questions: sample.posted, checkedIn: benCheckedIn },
        now,
      ),
    ),
    card(
      'nudges: Monday, with one more for half an hour',
      nudges.nudgeCard(reader, { ...monday([withBen]), questions: sample.withDeeper }, now),
    ),
    card(
      'nudges: Monday, with a meal or a walk',
      nudges.nudgeCard(reader, { ...monday([withBen]), questions: sample.withLong }, now),
    ),
    card('nudges: Monday with a buddy who is away', nudges.nudgeCard(reader, monday([withAway]), now)),
    card('nudges: Monday, the buddy has left', nudges.nudgeCard(reader, monday([]), now)),
    card(
      'nudges: when to remind',
      nudges.laterCard(reader, 'When should I remind you?', ['shift', 'tomorrow']),
    ),
    card('nudges: the reminder', nudges.reminderCard(reader, monday([withBen]))),
    card('checkins: status', checkins.statusCard(reader, sample.status, now)),
    card('checkins: status without a buddy', checkins.statusCard(reader, sample.nobodysStatus, now)),
    card('checkins: status while paused', checkins.statusCard(reader, sample.pausedStatus, now)),
    card('checkins: the button alone', {
      elements: [{ type: 'buttons', buttons: [checkins.acknowledgeButton(reader, withBen, week)] }],
    }),
    card('checkins: one buddy', {
      elements: checkins.buddyElements(reader, withBen, {
        week,
        checkedIn: new Set(),
        notedToday: new Set(),
        now,
      }),
    }),
    card('checkins: who to ask', checkins.reachWhomCard(reader, [withBen, withChidi])),
    card('checkins: what the buddy gets', checkins.couldUseCard(reader, ana, 'pair-1/reach-1')),
    card('checkins: asked', checkins.withLines(reader, ['I have told ', sample.benName, '.'])),
    card('settings: paused', settings.pausedCard(reader, ana)),
    card('settings: paused until a day', settings.pausedUntilCard(reader, ana, now + 1_209_600_000)),
    form('settings: pause until a day', settings.pauseForm(reader)),
    card(
      'settings: as they are set',
      settings.settingsCard(reader, ana, invitations.askElements(reader, [])),
    ),
    card(
      'settings: as they are set, where there are two platforms',
      settings.settingsCard(
        reader,
        ana,
        accounts.accountElements(reader, ana, { linked: null, platforms: ['slack', 'teams'] }),
      ),
    ),
    form('settings: time and rhythm', settings.settingsForm(reader, ana)),
    card('settings: the other languages', {
      elements: [{ type: 'buttons', buttons: settings.languageButtons(reader) }],
    }),
    card('settings: just the two questions', settings.deeperCard(reader, false)),
    card('settings: half an hour, once a month', settings.deeperCard(reader, true)),
    card('settings: saved', settings.sayNext(reader, ana.rhythm, { hasBuddy: true, now })),
  ];
}

function monday(pairs: readonly Pair[]): nudges.Monday {
  return {
    questions: sample.questions,
    pairs,
    checkedIn: new Set(),
    notedToday: new Set(),
    laters: ['evening', 'shift', 'tomorrow', 'thursday'],
  };
}
