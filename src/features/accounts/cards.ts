import type { Button, Card, Element } from '../../chat/card.ts';
import type { Form } from '../../chat/form.ts';
import type { Platform } from '../../chat/person.ts';
import { quiet, text } from '../../chat/say.ts';
import type { Member } from '../../people/members/store.ts';
import { typedOn } from '../codes/words.en.ts';
import type { LinkedAccount } from './store.ts';
import { words } from './words.en.ts';

const unlinkButton: Button = { id: 'accounts.unlink', label: words.unlink };

/** The only time that the code can be read. `here` is where it was made; it is entered on one of the others. */
export function linkCodeCard(code: string, here: Platform, others: readonly Platform[]): Card {
  return {
    elements: [
      text(words.hereIsACode([here, ...others])),
      ...others.map(
        (other): Element => ({ type: 'text', tone: 'strong', words: typedOn[other](`link ${code}`) }),
      ),
      quiet(words.onlyYou),
    ],
  };
}

/** For somebody who is no member: the code is made on the side that has something to share. */
export function nothingYetCard(others: readonly Platform[]): Card {
  return {
    elements: [
      text(words.nothingYet(others)),
      { type: 'buttons', buttons: [{ id: 'accounts.link:enter', label: words.enter }] },
    ],
  };
}

export const linkForm: Form = {
  id: 'accounts.link:enter',
  title: words.formTitle,
  intro: words.formIntro,
  submit: words.submit,
  fields: [
    { type: 'text', id: 'code', label: words.code, hint: words.codeHint, maxLength: 20, lines: 'one' },
  ],
};

/** How somebody's two accounts are linked, and what can be changed about it. */
export function linkedCard(me: Member, linked: LinkedAccount): Card {
  return {
    elements: [
      text(words.linked([me.person.platform, linked.person.platform])),
      ...accountElements(me, linked, []),
    ],
  };
}

/** Where messages go, for somebody with two accounts; for others, where there are several platforms, how to link. */
export function accountElements(
  me: Member,
  linked: LinkedAccount | null,
  platforms: readonly Platform[],
): readonly Element[] {
  if (linked !== null) {
    const { platform } = linked.person;
    const prefer: Button = { id: `accounts.prefer:${platform}`, label: words.prefer(platform) };
    return [text(words.goTo(me.person.platform)), { type: 'buttons', buttons: [prefer, unlinkButton] }];
  }
  return linkElements(platforms);
}

/** How to link two accounts; nothing where Buddy is on one platform alone. */
export function linkElements(platforms: readonly Platform[]): readonly Element[] {
  if (platforms.length < 2) return [];
  return [{ type: 'buttons', buttons: [{ id: 'accounts.link', label: words.useBoth(platforms) }] }];
}

/** To the account whose code was used, in case that was somebody else. */
export function wasLinkedCard(platform: Platform): Card {
  return { elements: [text(words.wasLinked(platform)), { type: 'buttons', buttons: [unlinkButton] }] };
}
