import { acknowledgeCheckin } from './features/checkins/handlers.ts';
import { reach } from './features/checkins/reach.ts';
import { showStatus } from './features/checkins/status.ts';
import { choose, close, open } from './features/choosing/handlers.ts';
import { join, makeCode } from './features/codes/handlers.ts';
import { showFigures } from './features/figures/handlers.ts';
import { answerUnknown, showHelp } from './features/help/handlers.ts';
import { showHome } from './features/home/handlers.ts';
import { accept, decline, withdraw } from './features/invitations/answer.ts';
import { invite } from './features/invitations/invite.ts';
import { profileChanged } from './features/members/handlers.ts';
import { snooze } from './features/nudges/handlers.ts';
import { end } from './features/pairing/handlers.ts';
import { leave } from './features/privacy/erase.ts';
import { exportData, forget, showPrivacy } from './features/privacy/handlers.ts';
import {
  adminQuestions,
  postQuestions,
  previewQuestions,
  showQuestions,
  skipWeek,
} from './features/questions/handlers.ts';
import { showGuide, showResources } from './features/resources/handlers.ts';
import { editSettings } from './features/settings/handlers.ts';
import { pause, resume } from './features/settings/pause.ts';
import type { IntentName } from './intents.ts';
import type { Handler } from './turn.ts';

export interface Route {
  readonly handle: Handler;
  /** Writes nothing: needs no transaction, and may be answered again when the platform delivers it twice. */
  readonly reads?: true;
  /** Concerns members only: from anybody else it is let pass, and nothing is written. */
  readonly membersOnly?: true;
  /** May make the sender a member, who is looked up first if they are none yet. */
  readonly mayEnrol?: true;
}

/** The newcomer's map: what somebody wants, and where it is answered. */
export const routes: Readonly<Record<IntentName, Route>> = {
  'pairing.choose': { handle: choose, reads: true },
  'pairing.invite': { handle: invite, mayEnrol: true },
  'pairing.code': { handle: makeCode, mayEnrol: true },
  'pairing.join': { handle: join, mayEnrol: true },
  'pairing.accept': { handle: accept, mayEnrol: true },
  'pairing.decline': { handle: decline },
  'pairing.withdraw': { handle: withdraw },
  'pairing.open': { handle: open, mayEnrol: true },
  'pairing.close': { handle: close },
  'pairing.end': { handle: end },
  'checkins.status': { handle: showStatus, reads: true },
  'checkins.acknowledge': { handle: acknowledgeCheckin },
  'checkins.reach': { handle: reach },
  'nudges.snooze': { handle: snooze },
  'members.pause': { handle: pause },
  'members.resume': { handle: resume },
  'members.profile': { handle: profileChanged(leave), membersOnly: true },
  'settings.edit': { handle: editSettings },
  'questions.show': { handle: showQuestions, reads: true },
  'questions.admin': { handle: adminQuestions, reads: true },
  'questions.post': { handle: postQuestions },
  'questions.skip': { handle: skipWeek },
  'questions.preview': { handle: previewQuestions },
  'figures.show': { handle: showFigures, reads: true },
  'resources.show': { handle: showResources, reads: true },
  'resources.guide': { handle: showGuide, reads: true },
  'privacy.show': { handle: showPrivacy, reads: true },
  'privacy.export': { handle: exportData, reads: true },
  'privacy.forget': { handle: forget },
  'help.show': { handle: showHelp, reads: true },
  'help.unknown': { handle: answerUnknown, reads: true },
  'home.show': { handle: showHome, reads: true },
};
