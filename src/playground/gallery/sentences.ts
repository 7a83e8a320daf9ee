import type { Words } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { wordsFor as accountsWordsFor } from '../../features/accounts/words.ts';
import { wordsFor as checkinsWordsFor } from '../../features/checkins/words.ts';
import { wordsFor as codesWordsFor } from '../../features/codes/words.ts';
import { wordsFor as figuresWordsFor } from '../../features/figures/words.ts';
import { wordsFor as helpWordsFor } from '../../features/help/words.ts';
import { wordsFor as invitationsWordsFor } from '../../features/invitations/words.ts';
import { wordsFor as nudgesWordsFor } from '../../features/nudges/words.ts';
import { wordsFor as pairingWordsFor } from '../../features/pairing/words.ts';
import { wordsFor as privacyWordsFor } from '../../features/privacy/words.ts';
import { wordsFor as questionsWordsFor } from '../../features/questions/words.ts';
import { wordsFor as settingsWordsFor } from '../../features/settings/words.ts';
import { benName, dana, week } from './samples.ts';

/** Answers that are one sentence and have no card of their own. */
export function sentences(reader: Reader): readonly (readonly [name: string, words: Words])[] {
  const accounts = accountsWordsFor(reader);
  const checkins = checkinsWordsFor(reader);
  const codes = codesWordsFor(reader);
  const figures = figuresWordsFor(reader);
  const help = helpWordsFor(reader);
  const invitations = invitationsWordsFor(reader);
  const nudges = nudgesWordsFor(reader);
  const pairing = pairingWordsFor(reader);
  const privacy = privacyWordsFor(reader);
  const questions = questionsWordsFor(reader);
  const settings = settingsWordsFor(reader);
  const monday = 'Monday 30 November, 09:00';
  return [
    ...Object.entries(accounts.refusals).map(
      ([why, say]) => [`accounts: refused, ${why}`, say('slack')] as const,
    ),
    ...(['wrong', 'tooMany', 'notLinked'] as const).map(
      (why) => [`accounts: refused, ${why}`, accounts[why]] as const,
    ),
    ['accounts: one platform only', accounts.onePlatform('slack')],
    ['accounts: unlinked', accounts.unlinked('slack')],
    ['checkins: noted', checkins.noted(benName)],
    ['checkins: not their pair', checkins.notYours],
    ['checkins: asked often', checkins.reachedOften(benName)],
    ['checkins: the buddy cannot be reached', checkins.cannotReach(benName)],
    ['checkins: the buddy is away', checkins.reachedAway(benName)],
    ...(['notACode', 'wrong', 'tooMany', 'yours'] as const).map(
      (why) => [`codes: refused, ${why}`, codes[why]] as const,
    ),
    ['codes: refused, alreadyBuddies', codes.alreadyBuddies(benName)],
    ['figures: not an administrator', figures.notYours],
    ['help: a mistake of ours', help.bug],
    ['help: the platform is away', help.platformAway],
    ...Object.entries(invitations.refusals).map(
      ([why, say]) => [`invitations: refused, ${why}`, (say as (who: typeof dana) => Words)(dana)] as const,
    ),
    ['invitations: taken back', invitations.withdrawn(dana)],
    ['invitations: nothing to take back', invitations.nothingToWithdraw],
    ['invitations: said not now', invitations.declined(benName)],
    ['invitations: no longer open', invitations.closed],
    ['invitations: the one between the two has closed', invitations.closedBetween(benName)],
    ['invitations: a yes while the inviter has no room', invitations.saidYesButFull(dana)],
    ['invitations: waited too long', invitations.waitedTooLong(dana)],
    ['nudges: will remind', nudges.remindYou(monday)],
    ['nudges: too late this week', nudges.nextMonday],
    ['nudges: nothing to be reminded of', nudges.noNudge],
    ['pairing: nobody to stop with', pairing.noBuddyYet],
    ['pairing: stopped', pairing.ended(benName)],
    ['pairing: stopped before', pairing.endedAlready],
    ['privacy: nothing to erase', privacy.nothingToErase],
    ['privacy: nothing more to erase', privacy.nothingMoreToErase],
    ['questions: the preview is on its way', questions.preview.onItsWay(questions.weekLabel(week))],
    ['questions: nothing to preview', questions.preview.noNudge(questions.weekLabel(week))],
    ['questions: a button of the preview', questions.preview.nothingRecorded],
    ['settings: nothing to set yet', settings.nobodyYet],
    ['settings: this language from now on', settings.inThisLanguage],
    ['settings: nothing to pause', settings.nothingToPause],
    ...Object.entries(settings.refusals).map(([why, words]) => [`settings: refused, ${why}`, words] as const),
    ['settings: welcome back', settings.welcomeBack],
    ['settings: not paused', settings.notPaused],
    ['settings: nothing to resume', settings.nothingToResume],
  ];
}
