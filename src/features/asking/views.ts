import type { Option } from '../../chat/card.ts';
import type { Field } from '../../chat/form.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, text } from '../../chat/say.ts';
import type { View } from '../../chat/view.ts';
import { saidIn } from '../../content/languages.ts';
import type { Resource } from '../../content/resources.ts';
import type { SupportMaterial } from '../../content/support.ts';
import { mostAtOnce } from '../referrals/rules.ts';
import { urgentLine } from '../resources/cards.ts';
import type { Supporter } from '../supporters/store.ts';
import { aboutThemFields, listField } from './about-them.ts';
import { wordsFor } from './words.ts';

/** What a form of this room is made of, beside who reads it. */
export interface AskingMaterial {
  readonly support: Pick<SupportMaterial, 'choices' | 'legal'>;
  readonly resources: readonly Resource[];
}

/** In place of someone's id: anyone who fits. */
export const anyone = 'anyone';

/** `asksName`: the one who was picked doesn't have Buddy, and only who asks knows what they're called. */
export function referView(reader: Reader, material: AskingMaterial, asksName = false): View {
  const words = wordsFor(reader);
  return {
    id: 'support.refer',
    title: words.refer.title,
    elements: [text(words.refer.who), ...promises(reader, material)],
    fields: [
      {
        type: 'people',
        id: 'colleagues',
        label: words.refer.colleagues,
        hint: words.refer.colleaguesHint,
        optional: true,
        most: mostAtOnce,
      },
      ...(asksName ? [typed('pickedName', words.refer.pickedName, words.refer.pickedNameHint)] : []),
      typed('name', words.refer.name, words.refer.nameHint),
      typed('contact', words.refer.contact, words.refer.contactHint),
      kindField(reader, material),
      soonField(reader),
      yesOrNo(reader, 'named', words.refer.named),
      yesOrNo(reader, 'otherUnit', words.otherUnit),
      yesOrNo(reader, 'group', words.refer.group),
      ...aboutThemFields(reader, material.support.choices),
    ],
    submit: words.refer.submit,
  };
}

/** `chosen`: the supporter who's picked at first. */
export function selfView(
  reader: Reader,
  material: AskingMaterial,
  supporters: readonly Supporter[],
  chosen: string | null,
): View {
  const words = wordsFor(reader);
  const options = supporters.slice(0, mostOffered).map(({ id, name }) => ({ value: id, label: name }));
  return {
    id: 'support.self',
    title: words.self.title,
    elements: [text(words.self.whoDesk), ...promises(reader, material)],
    fields: [
      {
        type: 'choice',
        id: 'supporter',
        label: words.self.supporter,
        initial: chosen ?? anyone,
        options: [{ value: anyone, label: words.self.anyone }, ...options],
      },
      kindField(reader, material),
      soonField(reader),
      typed('contact', words.self.contact, words.self.contactHint),
      yesOrNo(reader, 'otherUnit', words.otherUnit),
      yesOrNo(reader, 'night', words.self.night),
      listField(reader, 'language', words.self.language, material.support.choices.languages),
      ...aboutThemFields(reader, material.support.choices),
    ],
    submit: words.self.submit,
  };
}

/** Slack's lists take a hundred: https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
const mostOffered = 99;

/** Before the button: for how long it's kept, what the law doesn't protect, and what to do if it can't wait. */
function promises(reader: Reader, { support, resources }: AskingMaterial) {
  const words = wordsFor(reader);
  return [
    quiet(words.kept),
    quiet(words.law(saidIn(support.legal.unchecked, reader.language))),
    urgentLine(reader, resources),
  ];
}

export function thanksView(reader: Reader, said: 'thanks' | 'thanksSelf' | 'noProgram', id: string): View {
  const words = wordsFor(reader);
  const title = said === 'noProgram' ? words.notSentTitle : words.thanksTitle;
  return { id, title, elements: [text(words[said])], fields: [], submit: null };
}

function typed(id: string, label: string, hint: string): Field {
  return { type: 'text', id, label, hint, optional: true, maxLength: 80, lines: 'one' };
}

function kindField(reader: Reader, { support }: AskingMaterial): Field {
  const words = wordsFor(reader);
  const options = support.choices.kinds.map((kind) => ({
    value: kind.id,
    label: saidIn(kind.words, reader.language),
  }));
  return { type: 'choice', id: 'kind', label: words.kind, hint: words.kindHint, options };
}

function soonField(reader: Reader): Field {
  const words = wordsFor(reader);
  const options: readonly Option[] = [
    { value: 'today', label: words.today },
    { value: 'week', label: words.week },
  ];
  return { type: 'choice', id: 'soon', label: words.soon, initial: 'week', options };
}

function yesOrNo(reader: Reader, id: string, label: string): Field {
  const words = wordsFor(reader);
  const options = [
    { value: 'yes', label: words.yes },
    { value: 'no', label: words.no },
  ];
  return { type: 'choice', id, label, optional: true, initial: 'no', options };
}
