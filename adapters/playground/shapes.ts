import * as v from 'valibot';
import { steps } from './backstage.ts';
import { faults } from './failures.ts';
import { mostTyped } from './limits.ts';

const text = (least: number, most: number) => v.pipe(v.string(), v.minLength(least), v.maxLength(most));

const person = text(0, 100);

/** The page's own name for what was done; the same when it sends it twice. */
const id = v.optional(text(1, 100));

/** What the page posts. */
export const shapes = {
  say: v.object({ person, id, text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(mostTyped)) }),
  press: v.object({ person, id, message: text(0, 100), button: text(1, 300) }),
  submit: v.object({ person, id, form: text(1, 300), answers: v.record(v.string(), v.string()) }),
  close: v.object({ person }),
  travel: v.union([
    v.object({ to: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8_640_000_000_000_000)) }),
    v.object({ step: v.picklist(steps), person }),
  ]),
  fault: v.object({ fault: v.picklist(faults) }),
  halfYear: v.object({}),
  reset: v.object({}),
} as const;
