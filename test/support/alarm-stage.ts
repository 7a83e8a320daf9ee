import { readConfig } from '../../src/config/config.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { type Server, startServer } from '../../src/program/server.ts';
import { type RecordedLog, recordedLog } from '../contract/recorded-log.ts';
import { freshDatabase } from './fresh-database.ts';
import { movableClock } from './hospital.ts';
import type { Person as SlackPerson } from './slack/person.ts';
import * as slackRead from './slack/read.ts';
import type { Slack } from './slack/slack.ts';
import { startSlack } from './slack/stand-in.ts';
import { guid } from './teams/ids.ts';
import type { Person as TeamsPerson } from './teams/person.ts';
import * as teamsRead from './teams/read.ts';
import { startTeams } from './teams/stand-in.ts';
import type { Teams } from './teams/teams.ts';

/** A hospital on both platforms with an administrator on each, on one clock, and on as many servers as are started. */
export interface AlarmStage {
  readonly slack: Slack;
  readonly teams: Teams;
  readonly db: Database;
  /** Those that run, oldest first. */
  readonly servers: Server[];
  /** Administrator on Slack, where nobody takes part at first. */
  readonly wil: SlackPerson;
  /** Administrator in Teams. */
  readonly tea: TeamsPerson;
  readonly log: RecordedLog;
  now(): number;
  /** One more process on the same database, as far as a test in one process can have it. */
  serve(more?: Readonly<Record<string, string>>): Promise<Server>;
  /** The clock jumps there, and what is due happens on each server. */
  goTo(instant: string | number): Promise<void>;
  /** What administrators were sent that has these words in it, as it stands in their chats. */
  told(words: RegExp): readonly { readonly to: string; readonly said: string }[];
  /** What /metrics says of a matter. */
  standing(matter: string): Promise<number>;
  isReady(server: Server | undefined): Promise<boolean>;
  close(): Promise<void>;
}

export async function openAlarmStage(now: string): Promise<AlarmStage> {
  const [slack, teams, database] = [await startSlack(), await startTeams(), await freshDatabase()];
  const db = openDatabase(database.url);
  const clock = movableClock(Date.parse(now));
  const log = recordedLog();
  const servers: Server[] = [];
  const wil = slack.person('UWIL', { name: 'Wil Park', tz: 'Europe/London' });
  const tea = teams.person('tea', { name: 'Tea Novak', tz: 'Europe/London' });

  return {
    ...{ slack, teams, db, servers, wil, tea, log },
    now: clock.now,
    async serve(more = {}) {
      const config = readConfig({
        ...slack.env(),
        ...teams.env(),
        DATABASE_URL: database.url,
        PORT: '0',
        LOG_LEVEL: 'silent',
        SLACK_MESSAGES_PER_MINUTE: '1000000000',
        BUDDY_ADMINS: `slack:UWIL,teams:${guid('tea')}`,
        BUDDY_TIME_ZONE: 'Europe/London',
        ...more,
      });
      const server = await startServer(config, log, clock);
      servers.push(server);
      slack.connectTo(`http://127.0.0.1:${server.port}`);
      teams.connectTo(`http://127.0.0.1:${server.port}`);
      return server;
    },
    async goTo(instant) {
      clock.set(typeof instant === 'number' ? instant : Date.parse(instant));
      await Promise.all(servers.map((server) => server.tick()));
    },
    told(words) {
      const toWil = wil.inbox.map((message) => ({ to: 'wil', said: slackRead.textOf(message) }));
      const toTea = tea.inbox.map((message) => ({ to: 'tea', said: teamsRead.textOf(message) }));
      return [...toWil, ...toTea].filter(({ said }) => words.test(said));
    },
    async standing(matter) {
      const text = await (await fetch(`http://127.0.0.1:${servers[0]?.port}/metrics`)).text();
      return Number(new RegExp(`^buddy_alarm\\{matter="${matter}"\\} (\\d)`, 'm').exec(text)?.[1]);
    },
    async isReady(server) {
      return (await fetch(`http://127.0.0.1:${server?.port}/readyz`)).status === 200;
    },
    async close() {
      await Promise.all(servers.map((server) => server.stop()));
      await db.destroy();
      await Promise.all([slack.stop(), teams.stop()]);
      await database.remove();
    },
  };
}
