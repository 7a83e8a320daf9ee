import { link, prefer, unlink } from '../features/accounts/handlers.ts';
import { uninstalled } from '../features/checkins/gone-quiet.ts';
import { acknowledgeCheckin } from '../features/checkins/handlers.ts';
import { reach } from '../features/checkins/reach.ts';
import { showStatus } from '../features/checkins/status.ts';
import { choose, close, open } from '../features/choosing/handlers.ts';
import { codeToPassOn, join, makeCode } from '../features/codes/handlers.ts';
import { showFigures } from '../features/figures/handlers.ts';
import { answerUnknown, showHelp } from '../features/help/handlers.ts';
import { installed } from '../features/help/welcome.ts';
import { showHome } from '../features/home/handlers.ts';
import { accept, decline, withdraw } from '../features/invitations/answer.ts';
import { invite } from '../features/invitations/invite.ts';
import { snooze } from '../features/nudges/handlers.ts';
import { end } from '../features/pairing/handlers.ts';
import { keepSums, leave } from '../features/privacy/erase.ts';
import { exportData, forget, showPrivacy } from '../features/privacy/handlers.ts';
import {
  adminQuestions,
  postQuestions,
  previewQuestions,
  showQuestions,
  skipWeek,
} from '../features/questions/handlers.ts';
import { showGuide, showResources } from '../features/resources/handlers.ts';
import { editSettings } from '../features/settings/handlers.ts';
import { pause, resume } from '../features/settings/pause.ts';
import { profileChanged } from '../people/members/handlers.ts';
import type { Intent, IntentName } from './intents.ts';
import type { Handler } from './turn.ts';

export interface Route {
  readonly handle: Handler;
  /** Writes nothing: needs no transaction, and may be answered again when the platform delivers it twice. */
  readonly reads?: true | ((intent: Intent) => boolean);
  /** Has nothing to write for anybody but members: others get an answer, and that is all. */
  readonly forMembers?: true;
  /** Needs to know who the sender is: they are looked up first, if they are no member yet. */
  readonly looksUpSender?: true;
}

/** Nobody has been picked and nothing entered yet: the form is still to be shown. */
const asksForForm = (intent: Intent): boolean => intent.person === null && intent.answers === null;

/** It is not said yet what it is about: the answer asks. */
const asksWhat = (intent: Intent): boolean => intent.about === '' && intent.answers === null;

/** The code is still to be entered. */
const asksForLinkForm = (intent: Intent): boolean => intent.about === 'enter' && intent.answers === null;

/** The newcomer's map: what somebody wants, and where it is answered. */
export const routes: Readonly<Record<IntentName, Route>> = {
  'pairing.choose': { handle: choose, reads: true, looksUpSender: true },
  'pairing.invite': { handle: invite(codeToPassOn), reads: asksForForm, looksUpSender: true },
  'pairing.code': { handle: makeCode, looksUpSender: true },
  'pairing.join': { handle: join, reads: asksWhat, looksUpSender: true },
  'pairing.accept': { handle: accept, looksUpSender: true },
  'pairing.decline': { handle: decline },
  'pairing.withdraw': { handle: withdraw },
  'pairing.open': { handle: open, looksUpSender: true },
  'pairing.close': { handle: close },
  'pairing.end': { handle: end, reads: asksWhat, forMembers: true },
  'checkins.status': { handle: showStatus, reads: true },
  'checkins.acknowledge': { handle: acknowledgeCheckin, forMembers: true },
  'checkins.reach': { handle: reach, forMembers: true },
  'nudges.snooze': { handle: snooze, reads: asksWhat, forMembers: true },
  'members.pause': { handle: pause, forMembers: true },
  'members.resume': { handle: resume, forMembers: true },
  'members.profile': { handle: profileChanged((turn) => leave(turn, turn.from)), forMembers: true },
  'members.installed': { handle: installed },
  'members.uninstalled': { handle: uninstalled },
  'accounts.link': { handle: link(keepSums), reads: asksForLinkForm, looksUpSender: true },
  'accounts.unlink': { handle: unlink, forMembers: true },
  'accounts.prefer': { handle: prefer, forMembers: true },
  'settings.edit': { handle: editSettings, reads: asksForForm, forMembers: true },
  'questions.show': { handle: showQuestions, reads: true },
  'questions.admin': { handle: adminQuestions, reads: true },
  'questions.post': { handle: postQuestions, reads: asksForForm },
  'questions.skip': { handle: skipWeek, reads: asksForForm },
  'questions.preview': { handle: previewQuestions },
  'figures.show': { handle: showFigures, reads: true },
  'resources.show': { handle: showResources, reads: true },
  'resources.guide': { handle: showGuide, reads: true },
  'privacy.show': { handle: showPrivacy, reads: true },
  'privacy.export': { handle: exportData, reads: true },
  'privacy.forget': { handle: forget, reads: asksWhat },
  'help.show': { handle: showHelp, reads: true },
  'help.unknown': { handle: answerUnknown, reads: true },
  'home.show': { handle: showHome, reads: true },
};
