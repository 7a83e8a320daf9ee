import { allSent, openHouse, until } from '../hospital.ts';
import type { Person } from '../teams/person.ts';
import { buttonsOf, textOf } from '../teams/read.ts';
import { startTeams } from '../teams/stand-in.ts';
import type { Message } from '../teams/types.ts';
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

/** Microsoft Teams, as the stand-in plays it: authenticated; everybody has got the app and looked at it once. */
export async function openTeamsStage(): Promise<Stage> {
  const teams = await startTeams();
  const people = new Map(
    Object.entries(cast).map(
      ([who, { name, zone }]) => [who, teams.person(who, { name, tz: zone })] as const,
    ),
  );
  const person = (who: Who): Person => people.get(who) as Person;
  const house = await openHouse([teams], {
    now: wednesday,
    environment: { BUDDY_ADMINS: `teams:${person('wil').id}` },
  });
  const settled = async () => {
    await allSent(house);
    await teams.quiet();
  };
  for (const one of people.values()) {
    await one.installs();
    await one.says('help');
  }
  await settled();
  /** The story begins after the welcome. */
  const before = new Set([...people.values()].flatMap((one) => one.inbox.map(({ id }) => id)));
  const showings = new Showings<Message>({ textOf, buttonsOf });
  /** The form that a press has shown last, as a card in the chat. */
  const forms = new Map<Who, Message>();

  function actor(who: Who): Actor {
    const one = person(who);
    const says = async (text: string): Promise<Shown> => showings.shownBy(await one.says(text));
    return {
      says,
      writes: says,
      invites: (other) => picks(one, person(other)),
      async presses(where, prefix) {
        const answer = await one.presses(showings.nativeOf(where), buttonOn(where, prefix));
        if (answer.status !== 200) throw new Error(`The press was answered with ${answer.status}.`);
        if (answer.shown !== null) forms.set(who, answer.shown);
      },
      opensView: (where, prefix) => one.opensView(showings.nativeOf(where), buttonOn(where, prefix)),
      async fillsIn(answers) {
        await until(() => forms.has(who));
        const { status, shown } = await one.submits(forms.get(who) as Message, answers);
        if (status !== 200 || isForm(shown)) throw new Error(`${status} ${textOf(shown)}`);
      },
      inbox: async () => one.inbox.filter(({ id }) => !before.has(id)).map(showings.show),
    };
  }

  /** Chooses a colleague in the people picker, from the card that asks for one. */
  async function picks(one: Person, other: Person): Promise<Shown> {
    const form = await one.presses(await one.says('pair'), 'pairing.invite');
    return showings.shownBy(await one.submits(form, { person: other.id }));
  }

  return {
    db: house.db,
    person: actor,
    async goTo(instant) {
      await house.goTo(instant);
      await settled();
    },
    settled,
    close: () => closeUncomplaining(house, teams),
  };
}

function isForm(message: Message | null): boolean {
  return buttonsOf(message).some(({ action }) => (action.data as { form?: unknown })?.form === true);
}
