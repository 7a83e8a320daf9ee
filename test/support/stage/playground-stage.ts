import type { ChatMessage } from '../../../adapters/playground/transcripts.ts';
import { buttonsOf, openPlayground, type Posted, textOf } from '../../adapters/playground-stage.ts';
import { type Post, viewOnPage } from '../../adapters/playground-view.ts';
import {
  type Actor,
  buttonOn,
  Showings,
  type Shown,
  type Stage,
  untilSettled,
  type Who,
  wednesday,
} from './stage.ts';

const monthMs = 28 * 86_400_000;

/** The playground, spoken to as its page does. Its clock begins before the stages' Wednesday, and goes there first. */
export async function openPlaygroundStage(): Promise<Stage> {
  const playground = await openPlayground('2026-12-03T12:00:00Z');
  const showings = new Showings<ChatMessage>({ textOf, buttonsOf });
  const openForms = new Map<Who, string>();

  /** `errors`: the faults in what was sent in are for the story to see. */
  function accepted({ status, json }: Posted, may?: 'errors'): Posted['json'] {
    if (status !== 200 || (json.errors !== undefined && may === undefined))
      throw new Error(`${status} ${JSON.stringify(json)}`);
    return json;
  }

  function actor(who: Who): Actor {
    const messages = async () =>
      (await playground.state(who)).messages.filter((message) => message.from === 'buddy');

    async function writes(text: string): Promise<Shown> {
      const before = new Set((await messages()).map(({ id }) => id));
      accepted(await playground.say(who, text));
      const answer = (await messages()).findLast((message) => message.private && !before.has(message.id));
      if (answer === undefined) throw new Error('Buddy answered nothing.');
      return showings.show(answer);
    }

    return {
      says: (command) => writes(`/buddy ${command}`),
      writes,
      invites: (other) => writes(`/buddy @${other}`),
      async presses(where, prefix) {
        const button = buttonOn(where, prefix);
        const message = showings.nativeOf(where).id;
        const posted = await playground.post('press', { person: who, message, button });
        // The button is gone by now; the page says so.
        if (posted.status === 409) return;
        const { form } = accepted(posted);
        if (form !== undefined) openForms.set(who, form.id);
      },
      async opensView(where, prefix) {
        const post: Post = async (path, body) =>
          accepted(await playground.post(path, { person: who, ...body }), 'errors');
        const pressed = { message: showings.nativeOf(where).id, button: buttonOn(where, prefix) };
        const { view } = await post('press', pressed);
        if (view === undefined) throw new Error('Buddy opened nothing.');
        return viewOnPage(post, view);
      },
      async fillsIn(answers) {
        const form = openForms.get(who) ?? '';
        accepted(await playground.post('submit', { person: who, form, answers }));
      },
      inbox: async () => (await messages()).filter((message) => !message.private).map(showings.show),
    };
  }

  const settled = () => untilSettled(playground.db, async () => (await playground.state('')).now);
  const stage: Stage = {
    db: playground.db,
    person: actor,
    async goTo(instant) {
      const there = Date.parse(instant);
      // It goes five weeks at most at once.
      for (let { now } = await playground.state(''); now < there - monthMs; now += monthMs)
        accepted(await playground.post('travel', { to: now + monthMs }));
      accepted(await playground.post('travel', { to: there }));
      await settled();
    },
    settled,
    close: playground.close,
  };
  await stage.goTo(wednesday);
  return stage;
}
