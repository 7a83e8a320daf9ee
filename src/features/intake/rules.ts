import * as v from 'valibot';
import { parseOperatorKey } from '../../chat/person.ts';
import type { Choice, Choices } from '../../content/choices.ts';
import { eventKinds } from '../../content/event-kinds.ts';
import { contactOf } from '../../people/way-to-reach.ts';
import { mostAtOnce } from '../referrals/rules.ts';
import { typedName } from '../referrals/typed-person.ts';

/** What an incident-report system asks for: someone should reach out to these colleagues. */
export type Report = v.InferOutput<ReturnType<typeof shapeOf>>;

export type ReadReport =
  | { readonly ok: true; readonly report: Report }
  /** `field` as a path, such as `people.0.name`, or `body`. `why` follows it in a sentence. */
  | { readonly ok: false; readonly field: string; readonly why: string };

/** The first fault is said. What has no field here isn't read: no sentence finds a place. */
export function readReport(text: string, choices: Choices): ReadReport {
  const parsed = v.safeParse(shapeOf(choices), jsonOf(text), { abortEarly: true });
  if (parsed.success) return { ok: true, report: parsed.output };
  const [issue] = parsed.issues;
  return { ok: false, field: v.getDotPath(issue) ?? 'body', why: issue.message };
}

const kindSays = `must be one of ${eventKinds.join(', ')}.`;
const soonSays = 'must be today or week.';
const nameSays = 'must be a name, of at most 80 letters.';
const contactSays = 'must be a phone number, an extension, a pager or an email address.';
const platformIdSays = 'must be slack:<member id> or teams:<Entra object id>.';
const peopleSays = `must be a list of 1 to ${mostAtOnce} people.`;
const textSays = 'must be text, or left out.';

function shapeOf(choices: Choices) {
  const person = v.object(
    {
      name: v.pipe(v.optional(v.string(nameSays), ''), v.transform(typedName), v.string(nameSays)),
      contact: leftOutOr(contactOf, contactSays),
      platformId: leftOutOr(parseOperatorKey, platformIdSays),
      profession: oneOf(choices.professions),
      specialty: oneOf(choices.specialties),
      unit: oneOf(choices.units),
    },
    'must be an object with a name.',
  );
  return v.object(
    {
      kind: v.pipe(v.optional(v.string(kindSays), ''), v.picklist(eventKinds, kindSays)),
      soon: v.pipe(v.optional(v.string(soonSays), ''), v.picklist(['today', 'week'], soonSays)),
      people: v.pipe(
        v.optional(v.array(person, peopleSays), []),
        v.minLength(1, peopleSays),
        v.maxLength(mostAtOnce, peopleSays),
      ),
      group: v.optional(v.nullable(v.boolean('must be true or false.')), false),
    },
    'must be a JSON object.',
  );
}

/** What many programs send for what they don't know: nothing, null, or an empty text. */
const unknownOrText = v.pipe(
  v.optional(v.nullable(v.string(textSays)), ''),
  v.transform((text) => text?.trim() ?? ''),
);

function leftOutOr<Read>(read: (text: string) => Read | null, says: string) {
  return v.pipe(
    unknownOrText,
    v.transform((text) => ({ text, read: text === '' ? null : read(text) })),
    v.check(({ text, read }) => text === '' || read !== null, says),
    v.transform(({ read }) => read),
  );
}

/** The id of what's on the hospital's list, by its id or its name. Nothing else is kept, and nobody is left out for it. */
function oneOf(choices: readonly Choice[]) {
  return v.pipe(
    unknownOrText,
    v.transform((text) => {
      const wanted = text.toLowerCase();
      const isMeant = ({ id, words }: Choice): boolean =>
        [id, words.en, words.es].some((one) => one?.toLowerCase() === wanted);
      return choices.find(isMeant)?.id ?? null;
    }),
  );
}

/** Null, which is no report either, for what's no JSON or a list. */
function jsonOf(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? null : parsed;
  } catch {
    return null;
  }
}
