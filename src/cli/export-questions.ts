import { dump } from 'js-yaml';
import { earliestOpenWeek } from '../features/questions/rules.ts';
import { findPosted } from '../features/questions/store.ts';
import { withParts } from './with-parts.ts';

/** What's been posted for this week and those to come, as `questions import` takes it. */
export async function exportQuestions(): Promise<void> {
  await withParts(async ({ db, clock }) => {
    const posted = await findPosted(db, earliestOpenWeek(clock.now()));
    const listed = posted.map(({ week, first, second, note, inSpanish }) => ({
      week,
      first,
      second,
      ...(note === '' ? {} : { note }),
      ...(inSpanish === null ? {} : { first_es: inSpanish.first, second_es: inSpanish.second }),
    }));
    process.stdout.write(dump(listed, { lineWidth: 120 }));
  });
}
