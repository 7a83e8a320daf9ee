import { link, notLinked, prefer, unlink } from '../features/accounts/handlers.ts';
import { showProgramDesk } from '../features/administration/handlers.ts';
import { showReport } from '../features/administration/report.ts';
import { askForOneself, refer } from '../features/asking/handlers.ts';
import { showAudit } from '../features/audit/handlers.ts';
import { answerReach } from '../features/checkins/answer-reach.ts';
import { uninstalled } from '../features/checkins/gone-quiet.ts';
import { acknowledgeCheckin, nothingToAcknowledge } from '../features/checkins/handlers.ts';
import { callOffReaches } from '../features/checkins/messages.ts';
import { reach } from '../features/checkins/reach.ts';
import { showStatus } from '../features/checkins/status.ts';
import { undoCheckin } from '../features/checkins/undo.ts';
import { choose, close, open } from '../features/choosing/handlers.ts';
import { codeToPassOn, join, makeCode } from '../features/codes/handlers.ts';
import { assign, notDirector, showDesk } from '../features/desk/handlers.ts';
import { noFigures, showFigures } from '../features/figures/handlers.ts';
import { answerUnknown, askWhatWasMeant, greet, sayOutdated, showHelp } from '../features/help/handlers.ts';
import { installed } from '../features/help/welcome.ts';
import { showHome } from '../features/home/handlers.ts';
import { accept, decline, nothingToWithdraw, withdraw } from '../features/invitations/answer.ts';
import { askForOnePerson, invite } from '../features/invitations/invite.ts';
import { allow, refuse } from '../features/invitations/refuse.ts';
import { announce } from '../features/launch/announce.ts';
import { showJoin } from '../features/launch/join.ts';
import { announceInChannel } from '../features/launch/post.ts';
import { inviteSupporter, showNominations } from '../features/nominations/invite.ts';
import { answerInvitation } from '../features/nominations/join.ts';
import { nominate } from '../features/nominations/nominate.ts';
import { asksWhetherToRemove, removeSupporter } from '../features/nominations/remove.ts';
import { nothingToRemindOf, snooze } from '../features/nudges/handlers.ts';
import { afterwards, showOffer } from '../features/offers/handlers.ts';
import { end, nothingToEnd } from '../features/pairing/handlers.ts';
import { keepSums, leave } from '../features/privacy/erase.ts';
import { exportData, forget, showPrivacy } from '../features/privacy/handlers.ts';
import { editRoles, notOfTheProgram } from '../features/program/handlers.ts';
import { editHospital } from '../features/program/hospital.ts';
import { editLine, removeLine } from '../features/program/lines.ts';
import { editProgramSettings } from '../features/program/support-settings.ts';
import { answerPulse, answerWeighs } from '../features/pulse/handlers.ts';
import {
  adminQuestions,
  backToBank,
  notAdministrator,
  postQuestions,
  previewQuestions,
  showQuestions,
  skipWeek,
} from '../features/questions/handlers.ts';
import { setHolidays } from '../features/questions/holidays.ts';
import { importQuestions, isNotSure } from '../features/questions/import-pasted.ts';
import { moveQuestions } from '../features/questions/move.ts';
import { leaveOpenOffers } from '../features/referrals/leave-to-others.ts';
import { showGuide, showResources } from '../features/resources/handlers.ts';
import { verifyLines } from '../features/resources/lines.ts';
import { showRoster } from '../features/roster/handlers.ts';
import { editSettings, nothingToSet, setDeeper, setLanguage } from '../features/settings/handlers.ts';
import { nothingToPause, nothingToResume, pause, resume } from '../features/settings/pause.ts';
import { sayProfession } from '../features/settings/profession.ts';
import { end as endSupport, showHow, showSupport } from '../features/support/handlers.ts';
import { leaveRoster, type PassOn } from '../features/supporters/leave.ts';
import { editCard } from '../features/supporters/own-card.ts';
import { chooseOwn, looksForOwn } from '../features/supporters/own-supporter.ts';
import { tallyInformal } from '../features/supporters/tally.ts';
import { thankEveryone } from '../features/thanks/handlers.ts';
import { showSupportGuide } from '../features/training/guides.ts';
import { noteTraining } from '../features/training/handlers.ts';
import { looksAtPractice, practice } from '../features/training/practice.ts';
import { leaveIt } from '../features/unpaired/handlers.ts';
import { nobody, profileChanged } from '../people/members/handlers.ts';
import type { Intent } from './intent.ts';
import type { IntentName } from './intent-names.ts';
import type { Route } from './route.ts';

/** Nobody has been picked and nothing entered yet: the form is still to be shown. */
const asksForForm = (intent: Intent): boolean => intent.person === null && intent.answers === null;

/** It's only looked at: nothing has been sent in. */
const isOpened = (intent: Intent): boolean => intent.answers === null;

/** It's not said yet what it is about: the answer asks. */
const asksWhat = (intent: Intent): boolean => intent.about === '' && intent.answers === null;

/** The code is still to be entered. */
const asksForLinkForm = (intent: Intent): boolean => intent.about === 'enter' && intent.answers === null;

/** What a supporter who goes looks after is passed on at the next tick. */
const passOn: PassOn = leaveOpenOffers;

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
  'members.leave-it': { for: 'everyone', handle: leaveIt, reads: true },
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
  'settings.profession': { for: 'members', handle: sayProfession, others: nothingToSet },
  'questions.show': { for: 'everyone', handle: showQuestions, reads: true },
  'questions.admin': { for: 'editors', handle: adminQuestions, others: notAdministrator, reads: true },
  'questions.post': { for: 'editors', handle: postQuestions, others: notAdministrator, reads: asksForForm, looksUpNewcomer: true },
  'questions.bank': { for: 'editors', handle: backToBank, others: notAdministrator, looksUpNewcomer: true },
  'questions.skip': { for: 'editors', handle: skipWeek, others: notAdministrator, reads: asksForForm, looksUpNewcomer: true },
  'questions.preview': { for: 'editors', handle: previewQuestions, others: notAdministrator },
  'questions.import': { for: 'editors', handle: importQuestions, others: notAdministrator, reads: isNotSure, looksUpNewcomer: true },
  'questions.move': { for: 'editors', handle: moveQuestions, others: notAdministrator, reads: asksForForm, looksUpNewcomer: true },
  'questions.holidays': { for: 'editors', handle: setHolidays, others: notAdministrator, reads: asksForForm, looksUpNewcomer: true },
  'figures.show': { for: 'administrators', handle: showFigures, others: noFigures, reads: true },
  'pulse.answer': { for: 'everyone', handle: answerPulse, leavesNoTrace: true },
  'pulse.weighs': { for: 'everyone', handle: answerWeighs, leavesNoTrace: true },
  'program.lines': { for: 'administrators', handle: verifyLines, others: notAdministrator, reads: asksWhat },
  'program.line': { for: 'administrators', handle: editLine, others: notAdministrator, reads: asksForForm, looksUpNewcomer: true },
  'program.line-remove': { for: 'administrators', handle: removeLine, others: notAdministrator, looksUpNewcomer: true },
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
  'program.desk': { for: 'anyone-with-a-role', handle: showProgramDesk, others: notAdministrator, reads: true },
  'program.settings': { for: 'administrators', handle: editHospital, others: notAdministrator, reads: asksForForm, looksUpNewcomer: true },
  'program.roles': { for: 'program', handle: editRoles, others: notOfTheProgram, reads: asksForForm, looksUpNewcomer: true },
  'program.announce': { for: 'administrators', handle: announce, others: notAdministrator, reads: true },
  'program.announce-post': { for: 'administrators', handle: announceInChannel, others: notAdministrator, reads: isNotSure, looksUpNewcomer: true },
  'program.join': { for: 'everyone', handle: showJoin, reads: true },
  'program.audit': { for: 'administrators', handle: showAudit, others: notAdministrator, reads: true },
  'program.thanks': { for: 'administrators', handle: thankEveryone, others: notAdministrator, reads: asksWhat, looksUpNewcomer: true },
  'program.report': { for: 'administrators', handle: showReport, others: notAdministrator, reads: true },
  'support.show': { for: 'everyone', handle: showSupport, reads: true },
  'support.how': { for: 'everyone', handle: showHow, reads: true },
  'support.self': { for: 'everyone', handle: askForOneself, reads: isOpened, looksUpNewcomer: true },
  'support.refer': { for: 'everyone', handle: refer, reads: isOpened, looksUpNewcomer: true },
  'support.end': { for: 'everyone', handle: endSupport },
  'support.desk': { for: 'directors', handle: showDesk, others: notDirector, reads: true },
  'support.assign': { for: 'directors', handle: assign, others: notDirector, reads: isOpened },
  'support.offer': { for: 'everyone', handle: showOffer, reads: isOpened },
  'support.after': { for: 'everyone', handle: afterwards },
  'support.settings': { for: 'program', handle: editProgramSettings, others: notOfTheProgram, reads: asksForForm, looksUpNewcomer: true },
  'support.roster': { for: 'everyone', handle: showRoster, reads: true },
  'support.guide': { for: 'everyone', handle: showSupportGuide, reads: true },
  'support.nominate': { for: 'everyone', handle: nominate, reads: asksForForm },
  'support.nominations': { for: 'directors', handle: showNominations, others: notOfTheProgram, reads: true },
  'support.invite': { for: 'directors', handle: inviteSupporter, others: notOfTheProgram, reads: asksWhat, looksUpNewcomer: true },
  'support.remove': { for: 'directors', handle: removeSupporter(passOn), others: notOfTheProgram, reads: asksWhetherToRemove, looksUpNewcomer: true },
  'support.trained': { for: 'program', handle: noteTraining, others: notOfTheProgram, reads: asksForForm, looksUpNewcomer: true },
  'support.join': { for: 'everyone', handle: answerInvitation },
  'support.card': { for: 'everyone', handle: editCard, reads: asksForForm },
  'support.own': { for: 'everyone', handle: chooseOwn, reads: looksForOwn },
  'support.leave': { for: 'everyone', handle: leaveRoster(passOn), reads: asksWhat },
  'support.practice': { for: 'everyone', handle: practice, reads: looksAtPractice },
  'support.tally': { for: 'everyone', handle: tallyInformal },
  'home.show': { for: 'everyone', handle: showHome, reads: true },
};
