import type { TurnContext } from 'botbuilder';
import { type Json, object, string } from '../shared/json.ts';
import type { Place } from './address.ts';
import type { Cloud } from './cloud.ts';
import { type Failure, failureOf, failureOfChange } from './failures.ts';
import type { TokenWatch } from './token-watch.ts';

export type Attempt<T> = { readonly ok: true; readonly value: T } | Failure;

/** Calls of Microsoft's connector as values: none throws, each ends in time, and the token's watch hears what went wrong. */
export class Calls {
  private readonly cloud: Cloud;
  private readonly watch: TokenWatch;

  constructor(cloud: Cloud, watch: TokenWatch) {
    this.cloud = cloud;
    this.watch = watch;
  }

  /** A new message in a chat; its id there, empty where Microsoft took it without saying. */
  post(place: Place, message: object): Promise<Attempt<string>> {
    return this.attempt(failureOf, () =>
      this.in(place, async (context) => string((await context.sendActivity(message))?.id)),
    );
  }

  /** A message that is there, changed. */
  change(place: Place, activity: string, message: object): Promise<Attempt<void>> {
    return this.attempt(failureOfChange, () =>
      this.in(place, async (context) => {
        await context.updateActivity({ ...message, id: activity });
      }),
    );
  }

  /** What the chat tells of the person in it. */
  member(place: Place): Promise<Attempt<Json>> {
    return this.attempt(failureOf, () =>
      this.in(place, async (context) => {
        const { conversations } = this.cloud.connector(context);
        return object(await conversations.getConversationMember(place.conversation, place.user));
      }),
    );
  }

  /** The chat with someone by their Entra object id; its id, empty where Microsoft did not say. */
  open(at: { serviceUrl: string; tenant: string; person: string }): Promise<Attempt<string>> {
    return this.attempt(failureOf, () => this.cloud.createConversation(at));
  }

  /** All attempts inside `work` together are given up after `ms`. */
  async within<T>(ms: number, work: () => Promise<Attempt<T>>): Promise<Attempt<T>> {
    try {
      return await this.cloud.within(ms, work);
    } catch (error) {
      return failureOf(error);
    }
  }

  private async in<T>(place: Place, ask: (context: TurnContext) => Promise<T>): Promise<T> {
    const answers: T[] = [];
    await this.cloud.withConversation(place, async (context) => {
      answers.push(await ask(context));
    });
    return answers[0] as T;
  }

  private async attempt<T>(failed: (error: unknown) => Failure, call: () => Promise<T>): Promise<Attempt<T>> {
    try {
      return { ok: true, value: await call() };
    } catch (error) {
      this.watch.heard(error);
      return failed(error);
    }
  }
}
