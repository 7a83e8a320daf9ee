import { runChild, startChild } from '../child.ts';
import { type Figure, type Measured, sideBySide } from '../figure.ts';
import { withFolder } from '../with-folder.ts';

interface Lived {
  /** What the database takes after each quarter, in MB. */
  readonly quarters: readonly number[];
  /** What the process takes after each Monday, in MB. */
  readonly resident: readonly number[];
  readonly secondsAWeek: number;
}

/** Two years go by: the database and the process stay as they were after the first quarter and the first Monday. */
export const years: Figure = {
  name: 'years',
  measure: ({ members, weeks }) =>
    withFolder(async (folder): Promise<readonly Measured[]> => {
      const slack = await startChild('bench/floors/local-slack.ts', {}, /"port":(\d+)/);
      const database = `sqlite:${folder}/buddy.db`;
      try {
        const size = { DATABASE: database, MEMBERS: String(members), DUE: String(members) };
        await runChild('bench/subjects/members-in.ts', size);
        const lived = await runChild<Lived>('bench/subjects/years.ts', {
          SLACK_BOT_TOKEN: 'xoxb-bench',
          SLACK_SIGNING_SECRET: 'a-signing-secret',
          SLACK_API_URL: `http://127.0.0.1:${slack.said}/api/`,
          DATABASE_URL: database,
          PORT: '0',
          MEMBERS: String(members),
          WEEKS: String(weeks),
        });
        console.error(`MB by quarter: ${lived.quarters.map((mb) => mb.toFixed(1)).join(', ')}`);
        return told(lived, `${weeks} weeks of ${members.toLocaleString('en')} members`);
      } finally {
        await slack.stop();
      }
    }),
};

function told({ quarters, resident, secondsAWeek }: Lived, of: string): readonly Measured[] {
  const [first = Number.NaN, ...laterOn] = quarters;
  const [firstMonday = Number.NaN] = resident;
  return [
    {
      what: `MB of database, the largest of later quarters, ${of}`,
      ...sideBySide(Math.max(...laterOn), first),
      against: 'after the first quarter',
      aim: { atMost: 1.1 },
    },
    {
      what: 'MB resident, the most after any Monday',
      ...sideBySide(Math.max(...resident), firstMonday),
      against: 'after the first Monday',
      aim: { atMost: 1.1 },
    },
    {
      what: 'seconds of processor time for a week',
      ...sideBySide(secondsAWeek, 7 * 24 * 3600),
      against: 'the seconds of a week',
      aim: null,
    },
  ];
}
