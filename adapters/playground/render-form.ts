import type { Answer, Answers, Field, Form } from '../../src/chat/form.ts';
import { languageIn } from '../../src/chat/language.ts';
import { type FormWords, formWordsFor } from './form-words.ts';
import { refOf, type Ward } from './ward.ts';

/** What the page sends of a filled-in form: text by field, a colleague by id, several with commas between. */
export type Entered = Readonly<Record<string, string>>;

export type Checked =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** The answers as the core gets them, once every field holds what a chat client would let through. */
export function readForm(
  { fields, ...form }: Pick<Form, 'fields' | 'language'>,
  entered: Entered,
  ward: Ward,
): Checked {
  const words = formWordsFor(languageIn(form));
  const answers: Record<string, Answer> = {};
  const errors: Record<string, string> = {};
  for (const field of fields) {
    const value = (Object.hasOwn(entered, field.id) ? (entered[field.id] ?? '') : '').trim();
    const fault =
      value === '' ? (field.optional === true ? null : words.fillIn) : faultOf(field, value, { ward, words });
    if (fault !== null) errors[field.id] = fault;
    else if (value !== '') answers[field.id] = answerOf(field, value);
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, answers };
}

function answerOf(field: Field, value: string): Answer {
  switch (field.type) {
    case 'person':
      return refOf(value);
    case 'people':
      return several(value).map(refOf);
    case 'choices': {
      const picked = several(value);
      const values = field.options.map((option) => option.value);
      return values.filter((one) => picked.includes(one)).join(',');
    }
    default:
      return value;
  }
}

function several(value: string): readonly string[] {
  return value.split(',');
}

function faultOf(
  field: Field,
  value: string,
  { ward, words }: { readonly ward: Ward; readonly words: FormWords },
): string | null {
  switch (field.type) {
    case 'channel':
      return null;
    case 'text':
      return value.length > field.maxLength ? words.tooLong(field.maxLength) : null;
    case 'choice':
      return field.options.some((option) => option.value === value) ? null : words.pickOne;
    case 'choices':
      return several(value).every((one) => field.options.some((option) => option.value === one))
        ? null
        : words.pickOne;
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? null : words.notATime;
    case 'day':
      return /^\d{4}-\d\d-\d\d$/.test(value) ? null : words.notADay;
    case 'person':
      return ward.some((person) => person.id === value) ? null : words.pickPerson;
    case 'people':
      if (several(value).length > field.most) return words.tooMany(field.most);
      return several(value).every((id) => ward.some((person) => person.id === id)) ? null : words.pickPerson;
    default:
      return unknownField(field);
  }
}

function unknownField(field: never): never {
  throw new Error(`The playground does not know the field ${JSON.stringify(field)}`);
}
