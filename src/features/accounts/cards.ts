import type { Button, Card, Element } from '../../chat/card.ts';
import type { Form } from '../../chat/form.ts';
import type { Platform } from '../../chat/person.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import type { Member } from '../../people/members/store.ts';
import { wordsFor as codeWordsFor } from '../codes/words.ts';
import type { LinkedAccount } from './store.ts';
import { wordsFor } from './words.ts';

/** The only time that the code can be read. `here` is where it was made; it is entered on one of the others. */
export function linkCodeCard(
  reader: Reader,
  code: string,
  { here, others }: { readonly here: Platform; readonly others: readonly Platform[] },
): Card {
  const words = wordsFor(reader);
  const { typedOn } = codeWordsFor(reader);
  return {
    elements: [
      text(words.hereIsACode([here, ...others])),
      ...others.map((other) => strong(typedOn[other](`link ${code}`))),
      quiet(words.onlyYou),
    ],
  };
}

/** For someone who is no member: the code is made on the side that has something to share. */
export function nothingYetCard(reader: Reader, others: readonly Platform[]): Card {
  const words = wordsFor(reader);
  return {
    elements: [
      text(words.nothingYet(others)),
      { type: 'buttons', buttons: [{ id: 'accounts.link:enter', label: words.enter }] },
    ],
  };
}

export function linkForm(reader: Reader): Form {
  const words = wordsFor(reader);
  return {
    id: 'accounts.link:enter',
    title: words.formTitle,
    intro: words.formIntro,
    submit: words.submit,
    fields: [
      { type: 'text', id: 'code', label: words.code, hint: words.codeHint, maxLength: 20, lines: 'one' },
    ],
  };
}

/** How someone's two accounts are linked, and what can be changed about it. */
export function linkedCard(reader: Reader, me: Member, linked: LinkedAccount): Card {
  return {
    elements: [
      text(wordsFor(reader).linked([me.person.platform, linked.person.platform])),
      ...accountElements(reader, me, { linked, platforms: [] }),
    ],
  };
}

/** Where messages go, for someone with two accounts; for others, where there are several platforms, how to link. */
export function accountElements(
  reader: Reader,
  me: Member,
  { linked, platforms }: { readonly linked: LinkedAccount | null; readonly platforms: readonly Platform[] },
): readonly Element[] {
  if (linked === null) return linkElements(reader, platforms);
  const words = wordsFor(reader);
  const { platform } = linked.person;
  const prefer: Button = { id: `accounts.prefer:${platform}`, label: words.prefer(platform) };
  return [text(words.goTo(me.person.platform)), { type: 'buttons', buttons: [prefer, unlinkButton(reader)] }];
}

/** How to link two accounts; nothing where Buddy is on one platform alone. */
export function linkElements(reader: Reader, platforms: readonly Platform[]): readonly Element[] {
  if (platforms.length < 2) return [];
  const label = wordsFor(reader).useBoth(platforms);
  return [{ type: 'buttons', buttons: [{ id: 'accounts.link', label }] }];
}

/** To the account whose code was used, in case that was someone else. */
export function wasLinkedCard(reader: Reader, platform: Platform): Card {
  const said = wordsFor(reader).wasLinked(platform);
  return { elements: [text(said), { type: 'buttons', buttons: [unlinkButton(reader)] }] };
}

function unlinkButton(reader: Reader): Button {
  return { id: 'accounts.unlink', label: wordsFor(reader).unlink };
}
