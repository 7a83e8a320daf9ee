import type { Intent } from '../../bot/intent.ts';
import { isIntentName } from '../../bot/intent-names.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { type Asking, helpCard, meantCard, menuCard, moreCard, unknownCard } from './cards.ts';
import { wordsFor } from './words.ts';

/** `help.show`: what Buddy is, and what can be said to it. */
export async function showHelp(turn: Turn, { about }: Intent): Promise<readonly Effect[]> {
  const { content, hospital } = turn;
  const asking = askingOf(turn);
  return [
    reply(
      about === 'more'
        ? moreCard(asking, content.resources, hospital.platforms)
        : helpCard(asking, content.resources),
    ),
  ];
}

/** `help.unknown`: the honest answer to free words. */
export async function answerUnknown({ actor, pairs, content }: Turn): Promise<readonly Effect[]> {
  return [reply(unknownCard(actor.reader, pairs, content.resources))];
}

/** `help.meant`: to a slip, the command that it's close to. */
export async function askWhatWasMeant(turn: Turn, { about }: Intent): Promise<readonly Effect[]> {
  const { meant } = wordsFor(turn.actor.reader);
  if (!isIntentName(about) || !(about in meant)) return answerUnknown(turn);
  const label = meant[about as keyof typeof meant];
  // "We checked in" stands on the status card, where it's said who with.
  const id = about === 'checkins.acknowledge' ? 'checkins.status' : about;
  return [reply(meantCard(turn.actor.reader, { id, label, style: 'primary' }))];
}

/** `help.greeting`: to a word in passing. */
export async function greet(turn: Turn): Promise<readonly Effect[]> {
  return [reply(menuCard(askingOf(turn), wordsFor(turn.actor.reader).hello))];
}

/** `help.outdated`: a button that this version doesn't know. */
export async function sayOutdated(turn: Turn): Promise<readonly Effect[]> {
  return [reply(menuCard(askingOf(turn), wordsFor(turn.actor.reader).outdated))];
}

function askingOf({ actor, pairs, now }: Turn): Asking {
  return { ...actor, pairs, now };
}
