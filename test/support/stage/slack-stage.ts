import type { Log } from '../../../src/system/logger.ts';
import { openHospital, until } from '../hospital.ts';
import { openModal } from '../slack/modal.ts';
import type { Person } from '../slack/person.ts';
import { buttonsOf, textOf } from '../slack/read.ts';
import type { Message, View } from '../slack/types.ts';
import { watchSlack } from './slack-watch.ts';
import {
  type Actor,
  buttonOn,
  cast,
  closeUncomplaining,
  Showings,
  type Shown,
  type Stage,
  type Who,
  wednesday,
} from './stage.ts';

const idOf = (who: Who): string => `U${who.toUpperCase()}`;

/** Slack, as the stand-in plays it. */
export async function openSlackStage(log?: Log): Promise<Stage> {
  const hospital = await openHospital({
    now: wednesday,
    environment: { BUDDY_ADMINS: `slack:${idOf('wil')}` },
    ...(log === undefined ? {} : { log }),
  });
  const people = new Map(
    Object.entries(cast).map(([who, { name, zone }]) => {
      const id = idOf(who as Who);
      return [id, hospital.slack.person(id, { name, tz: zone })] as const;
    }),
  );
  const person = (who: Who): Person => people.get(idOf(who)) as Person;
  const showings = new Showings<Message | View>({ textOf, buttonsOf });

  function actor(who: Who): Actor {
    const one = person(who);
    const says = async (text: string): Promise<Shown> => showings.shownBy(await one.command('/buddy', text));
    return {
      says,
      // On Slack only what follows the command reaches Buddy.
      writes: says,
      invites: (other) => says(person(other).mention),
      async presses(where, prefix) {
        const { status } = await one.press(showings.nativeOf(where), buttonOn(where, prefix));
        if (status !== 200) throw new Error(`The press was answered with ${status}.`);
      },
      opensView: (where, prefix) => openModal(one, showings.nativeOf(where), buttonOn(where, prefix)),
      async fillsIn(answers) {
        // What a form before this one answered may still stand there, and has nothing to send.
        await until(() => (one.modal?.submit ?? null) !== null);
        const { status, body } = await one.submit(one.modal as View, answers);
        if (status !== 200 || body?.response_action === 'errors') throw new Error(JSON.stringify(body));
      },
      inbox: async () => one.inbox.map(showings.show),
    };
  }

  return {
    db: hospital.db,
    watch: watchSlack(hospital.slack, hospital.url),
    person: actor,
    refOf: (who) => ({
      platform: 'slack',
      workspace: 'T0STANDIN',
      id: idOf(who),
    }),
    goTo: hospital.goTo,
    settled: hospital.settled,
    close: () => closeUncomplaining(hospital, hospital.slack),
  };
}
