import { link, notLinked, prefer, unlink } from '../features/accounts/handlers.ts';
import { answerReach } from '../features/checkins/answer-reach.ts';
import { uninstalled } from '../features/checkins/gone-quiet.ts';
import { acknowledgeCheckin, nothingToAcknowledge } from '../features/checkins/handlers.ts';
import { callOffReaches } from '../features/checkins/messages.ts';
import { reach } from '../features/checkins/reach.ts';
import { showStatus } from '../features/checkins/status.ts';
import { undoCheckin } from '../features/checkins/undo.ts';
import { choose, close, open } from '../features/choosing/handlers.ts';
import { codeToPassOn, join, makeCode } from '../features/codes/handlers.ts';
import { noFigures, showFigures } from '../features/figures/handlers.ts';
import { answerUnknown, askWhatWasMeant, greet, sayOutdated, showHelp } from '../features/help/handlers.ts';
import { installed } from '../features/help/welcome.ts';
import { showHome } from '../features/home/handlers.ts';
import { accept, decline, nothingToWithdraw, withdraw } from '../features/invitations/answer.ts';
import { askForOnePerson, invite } from '../features/invitations/invite.ts';
import { allow, refuse } from '../features/invitations/refuse.ts';
import { nothingToRemindOf, snooze } from '../features/nudges/handlers.ts';
import { end, nothingToEnd } from '../features/pairing/handlers.ts';
import { keepSums, leave } from '../features/privacy/erase.ts';
import { exportData, forget, showPrivacy } from '../features/privacy/handlers.ts';
import {
  adminQuestions,
  backToBank,
  notAdministrator,
  postQuestions,
  previewQuestions,
  showQuestions,
  skipWeek,
} from '../features/questions/handlers.ts';
import { showGuide, showResources } from '../features/resources/handlers.ts';
import { verifyLines } from '../features/resources/lines.ts';
import { editSettings, nothingToSet, setDeeper, setLanguage } from '../features/settings/handlers.ts';
import { nothingToPause, nothingToResume, pause, resume } from '../features/settings/pause.ts';
import { nobody, profileChanged } from '../people/members/handlers.ts';
import type { Intent } from './intent.ts';
import type { IntentName } from './intent-names.ts';
import type { Route } from './route.ts';

/** Nobody has been picked and nothing entered yet: the form is still to be shown. */
const asksForForm = (intent: Intent): boolean => intent.person === null && intent.answers === null;

/** It's not said yet what it is about: the answer asks. */
const asksWhat = (intent: Intent): boolean => intent.about === '' && intent.answers === null;

/** The code is still to be entered. */
const asksForLinkForm = (intent: Intent): boolean => intent.about === 'enter' && intent.answers === null;

const followProfile = profileChanged((turn) => leave(turn, turn.actor.account));

// biome-ignore format: one line for each intent, as a map has it.
/** The newcomer's map: what someone wants, where it's answered, who for, and whether it only reads. */
export const routes: Readonly<Record<IntentName, Route>> = {
  'pairing.choose': { for: 'everyone', handle: choose, reads: true, looksUpNewcomer: true },
  'pairing.unclear': { for: 'everyone', handle: askForOnePerson, reads: true },
  'pairing.invite': { for: 'everyone', handle: invite(codeToPassOn), reads: asksForForm, looksUpNewcomer: true },
  'pairing.code': { for: 'everyone', handle: makeCode, looksUpNewcomer: true },
  'pairing.join': { for: 'everyone', handle: join, reads: asksWhat, looksUpNewcomer: true },
  'pairing.accept': { for: 'everyone', handle: accept, looksUpNewcomer: true },
  'pairing.decline': { for: 'everyone', handle: decline },
  'pairing.refuse': { for: 'everyone', handle: refuse },
  'pairing.allow': { for: 'everyone', handle: allow },
  'pairing.withdraw': { for: 'members', handle: withdraw, others: nothingToWithdraw },
  'pairing.open': { for: 'everyone', handle: open, looksUpNewcomer: true },
  'pairing.close': { for: 'everyone', handle: close },
  'pairing.end': { for: 'members', handle: end(callOffReaches), others: nothingToEnd, reads: asksWhat },
  'checkins.status': { for: 'everyone', handle: showStatus, reads: true },
  'checkins.acknowledge': { for: 'members', handle: acknowledgeCheckin, others: nothingToAcknowledge },
  'checkins.undo': { for: 'members', handle: undoCheckin, others: nothingToAcknowledge },
  'checkins.answer': { for: 'members', handle: answerReach, others: nothingToAcknowledge },
  'checkins.reach': { for: 'members', handle: reach, others: showStatus },
  'nudges.snooze': { for: 'members', handle: snooze, others: nothingToRemindOf, reads: asksWhat },
  'members.pause': { for: 'members', handle: pause, others: nothingToPause },
  'members.resume': { for: 'members', handle: resume, others: nothingToResume },
  'members.profile': { for: 'members', handle: followProfile, others: nobody },
  'members.installed': { for: 'everyone', handle: installed },
  'members.uninstalled': { for: 'everyone', handle: uninstalled },
  'accounts.link': { for: 'everyone', handle: link(keepSums), reads: asksForLinkForm, looksUpNewcomer: true },
  'accounts.unlink': { for: 'members', handle: unlink, others: notLinked },
  'accounts.prefer': { for: 'members', handle: prefer, others: notLinked },
  'settings.edit': { for: 'members', handle: editSettings, others: nothingToSet, reads: asksForForm },
  'settings.deeper': { for: 'members', handle: setDeeper, others: nothingToSet },
  'settings.language': { for: 'everyone', handle: setLanguage },
  'questions.show': { for: 'everyone', handle: showQuestions, reads: true },
  'questions.admin': { for: 'administrators', handle: adminQuestions, others: notAdministrator, reads: true },
  'questions.post': { for: 'administrators', handle: postQuestions, others: notAdministrator, reads: asksForForm },
  'questions.bank': { for: 'administrators', handle: backToBank, others: notAdministrator },
  'questions.skip': { for: 'administrators', handle: skipWeek, others: notAdministrator, reads: asksForForm },
  'questions.preview': { for: 'administrators', handle: previewQuestions, others: notAdministrator },
  'figures.show': { for: 'administrators', handle: showFigures, others: noFigures, reads: true },
  'program.lines': { for: 'administrators', handle: verifyLines, others: notAdministrator, reads: asksWhat },
  'resources.show': { for: 'everyone', handle: showResources, reads: true },
  'resources.guide': { for: 'everyone', handle: showGuide, reads: true },
  'privacy.show': { for: 'everyone', handle: showPrivacy, reads: true },
  'privacy.export': { for: 'everyone', handle: exportData, reads: true },
  'privacy.forget': { for: 'everyone', handle: forget, reads: asksWhat },
  'help.show': { for: 'everyone', handle: showHelp, reads: true },
  'help.meant': { for: 'everyone', handle: askWhatWasMeant, reads: true },
  'help.greeting': { for: 'everyone', handle: greet, reads: true },
  'help.outdated': { for: 'everyone', handle: sayOutdated, reads: true },
  'help.unknown': { for: 'everyone', handle: answerUnknown, reads: true },
  'home.show': { for: 'everyone', handle: showHome, reads: true },
};
