import type { Element } from '../../chat/card.ts';
import { strong, text } from '../../chat/say.ts';
import { type LaunchWords, openPlaces } from '../../content/launch.ts';
import { type FillIn, named } from './filled-in.ts';
import { waysIn } from './way-in.ts';

/** The text alone, as it stands in a channel. */
export function inAChannel({ sections }: LaunchWords, fillIn: FillIn): readonly Element[] {
  return sections.flatMap(({ heading, paragraphs }) => [
    strong(named(heading, fillIn)),
    ...paragraphs
      .flatMap((one) =>
        one === openPlaces.open ? waysIn(fillIn.wayIn, fillIn.language) : [named(one, fillIn)],
      )
      .map(text),
  ]);
}
