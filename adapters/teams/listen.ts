import type { TurnContext } from 'botbuilder';
import type { InboundEvent } from '../../src/chat/event.ts';
import { loggedError } from '../../src/system/logger.ts';
import { within } from '../../src/system/within.ts';
import type { InFlight } from '../shared/in-flight.ts';
import { type Json, string } from '../shared/json.ts';
import { Remembered } from '../shared/remembered.ts';
import { ask, type Core } from '../shared/respond.ts';
import { words as sharedWords } from '../shared/words.en.ts';
import type { Authenticated, Cloud } from './cloud.ts';
import type { ConversationPace } from './conversation-pace.ts';
import { lineDialog } from './dialog.ts';
import { answerWithinMs } from './limits.ts';
import { dialogSurface } from './on-dialog.ts';
import { pressSurface, submitSurface } from './on-invoke.ts';
import { messageSurface } from './on-message.ts';
import { lineAnswer, OneAnswer } from './one-answer.ts';
import { patienceMs } from './patience.ts';
import { isTask, read } from './receive.ts';
import { respond } from './respond.ts';
import { senderOf } from './sender.ts';
import type { ServiceUrls } from './service-url.ts';
import { Answers, type Chat, type TeamsSurface } from './surface.ts';
import type { TokenWatch } from './token-watch.ts';
import { turnActivity } from './turn-activity.ts';
import { words } from './words.en.ts';

/** What a request is answered with: 200, and `body` as JSON where there is one. */
export interface HttpAnswer {
  readonly body?: unknown;
}

export interface ListenerParts {
  readonly cloud: Cloud;
  readonly serviceUrls: ServiceUrls;
  readonly pace: ConversationPace;
  readonly watch: TokenWatch;
  readonly inFlight: InFlight;
  readonly now: () => number;
}

/** Hears what was let in, and answers it. */
export class Listener {
  private readonly core: Core;
  private readonly parts: ListenerParts;
  /**
   * What was answered of late, by the event's id: Teams delivers again what took it too long, and anyone who gets hold of
   * a request can send it again while its token is valid. What an event changes, the core does once by itself.
   */
  private readonly recent: Remembered<Promise<HttpAnswer>>;

  constructor(core: Core, parts: ListenerParts) {
    this.core = core;
    this.parts = parts;
    this.recent = new Remembered({ ms: 10 * 60_000, atMost: 2000, now: parts.now });
  }

  /** Resolves as soon as Teams can be answered; the rest goes on, counted as in flight. Never rejects. */
  async hear(from: Authenticated, activity: Json): Promise<HttpAnswer> {
    this.parts.serviceUrls.remember(senderOf(activity).workspace, string(activity.serviceUrl));
    const reading = read(activity);
    if (reading.kind === 'nothing') return {};
    const id = reading.kind === 'event' ? reading.event.id : reading.id;
    const earlier = this.recent.find(id);
    if (earlier === undefined) {
      const answer =
        reading.kind === 'event'
          ? this.answer(from, activity, reading.event)
          : this.pointToPersonalChat(from, activity);
      this.recent.keep(id, answer);
      // A view is kept nowhere: who sends the same again gets none.
      if (isTask(activity)) void answer.then(() => this.recent.keep(id, Promise.resolve(doneDialog())));
      return answer;
    }
    // The core still hears of it, as of everything; what it says to that has been said.
    if (reading.kind === 'event') await ask(this.core, reading.event);
    return earlier;
  }

  private answer(from: Authenticated, activity: Json, event: InboundEvent): Promise<HttpAnswer> {
    if (event.type !== 'press' && event.type !== 'submit') {
      return this.turn(from, activity, (answers) => respond(this.core, event, messageSurface(answers)));
    }
    if (isTask(activity)) return this.dialog(from, activity, event);
    const once = new OneAnswer(answerWithinMs.invoke, lineAnswer(words.takesAMoment));
    const message = string(activity.replyToId);
    const surfaceFor = (answers: Answers): TeamsSurface =>
      event.type === 'press'
        ? pressSurface({ answers, once, message, isDelivered: event.message !== null })
        : submitSurface({ answers, once, message, isDelivered: false }, event.answers);
    const ended = this.turn(from, activity, (answers) => respond(this.core, event, surfaceFor(answers)));
    // A turn that broke has given no answer.
    void ended.then(() => once.give(lineAnswer(sharedWords.bug)));
    return once.given.then((body) => ({ body }));
  }

  private dialog(from: Authenticated, activity: Json, event: InboundEvent): Promise<HttpAnswer> {
    const once = new OneAnswer(answerWithinMs.invoke, lineDialog(words.tookTooLong));
    const surface = dialogSurface(once, event.type === 'submit' ? event.answers : {});
    const ended = this.turn(from, activity, () => respond(this.core, event, surface));
    void ended.then(() => once.give(lineDialog(sharedWords.bug)));
    return once.given.then((body) => ({ body }));
  }

  /** Others read along: nothing here may tell whom or what it is about. */
  private async pointToPersonalChat(from: Authenticated, activity: Json): Promise<HttpAnswer> {
    if (isTask(activity)) return { body: lineDialog(words.onlyInPersonalChat) };
    if (activity.type === 'invoke') return { body: lineAnswer(words.onlyInPersonalChat) };
    return this.turn(from, activity, async (answers) => {
      await answers.sayPlainly(words.onlyInPersonalChat);
    });
  }

  /** Resolves when the turn has ended, or when Teams has waited long enough. */
  private async turn(
    from: Authenticated,
    activity: Json,
    logic: (answers: Answers) => Promise<void>,
  ): Promise<HttpAnswer> {
    const { log } = this.core;
    const { cloud, inFlight, watch } = this.parts;
    const ended = inFlight.run(async () => {
      try {
        const result = await cloud.run(from, turnActivity(activity), (context) =>
          this.inTime(() => logic(new Answers(this.chatIn(context), watch, log))),
        );
        return { body: result?.body };
      } catch (error) {
        log.error('a turn broke', { platform: 'teams', error: loggedError(error) });
        return {};
      }
    });
    return within(answerWithinMs.message, ended, {});
  }

  /** However many answers there are, all calls for them together end as soon as one would have to. */
  private async inTime(logic: () => Promise<void>): Promise<void> {
    let ended = Promise.resolve();
    const work = () => {
      ended = logic();
      return ended;
    };
    // Each call that is given up has been logged where it was made.
    await this.parts.cloud.within(patienceMs, work).catch(() => {});
    await ended;
  }

  private chatIn(context: TurnContext): Chat {
    const { pace } = this.parts;
    const counted = <T>(call: () => Promise<T>) => {
      pace.count(context.activity.conversation.id);
      return call();
    };
    return {
      send: (message) => counted(() => context.sendActivity(message)),
      update: (id, message) => counted(() => context.updateActivity({ ...message, id })),
    };
  }
}

function doneDialog(): HttpAnswer {
  return { body: lineDialog(words.done) };
}
