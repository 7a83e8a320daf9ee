import { z } from 'zod';
import { steps } from './backstage.ts';
import { faults } from './failures.ts';
import { mostTyped } from './limits.ts';

const person = z.string().max(100);

/** The page's own name for what was done; the same when it sends it twice. */
const id = z.string().min(1).max(100).optional();

/** What the page posts. */
export const shapes = {
  say: z.object({ person, id, text: z.string().trim().min(1).max(mostTyped) }),
  press: z.object({ person, id, message: z.string().max(100), button: z.string().min(1).max(300) }),
  submit: z.object({
    person,
    id,
    form: z.string().min(1).max(300),
    answers: z.record(z.string(), z.string()),
  }),
  travel: z.union([
    z.object({ to: z.number().int().min(0).max(8_640_000_000_000_000) }),
    z.object({ step: z.enum(steps), person }),
  ]),
  fault: z.object({ fault: z.enum(faults) }),
  reset: z.object({}),
} as const;
