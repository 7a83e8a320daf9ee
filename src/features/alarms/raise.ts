import type { Credentials } from '../../chat/adapter.ts';
import type { Platform } from '../../chat/person.ts';
import type { Hospital } from '../../config/hospital.ts';
import type { Database } from '../../db/schema.ts';
import { transact } from '../../db/transact.ts';
import type { Log } from '../../system/logger.ts';
import { findAdministrators, type Way } from './administrators.ts';
import { alarmCard, overCard } from './cards.ts';
import type { Hearing } from './hearing.ts';
import { readFacts, type Watched } from './look.ts';
import { sayOver, sendAlarm } from './messages.ts';
import { isToBeTold, type Judged, judge, overAfterMs } from './rules.ts';
import { type Alarm, endAlarm, findAlarms, markRaised, matterOf, noteAlarm } from './store.ts';

interface Parts {
  readonly db: Database;
  readonly adapters: Watched;
  readonly hearing: Hearing;
  readonly hospital: Hospital;
  readonly log: Log;
}

/**
 * Looks for what administrators should know, and writes to each of them once a matter, however many processes look and
 * whenever one starts. Returns how many messages that were.
 */
export async function raiseAlarms(parts: Parts, now: number): Promise<number> {
  const { db, hospital } = parts;
  const alarms = await findAlarms(db);
  const facts = await readFacts(db, { ...parts, alarms }, now);
  const when = { now, timeZone: hospital.timeZone, smallest: hospital.smallestGroup };
  const open = [...facts].flatMap(
    ([
      platform,
      {
        credentials: { standing, workspace },
      },
    ]) => (standing === 'refused' ? [] : [{ platform, workspace }]),
  );
  let told = 0;
  for (const [platform, known] of facts) {
    // What's wrong there may hold up what tells of it.
    const ways = [
      ...open.filter((one) => one.platform !== platform),
      ...open.filter((one) => one.platform === platform),
    ];
    for (const judged of judge(known, when)) {
      const about = { platform, judged, credentials: known.credentials, ways };
      const alarm = alarms.find(({ matter }) => matter === matterOf(judged.kind, platform));
      if (judged.holds === 'yes') told += await goOn(parts, about, now);
      if (judged.holds === 'no' && alarm !== undefined) await end(parts, alarm, about, now);
    }
  }
  return told;
}

interface About {
  readonly platform: Platform;
  readonly judged: Judged;
  readonly credentials: Credentials;
  readonly ways: readonly Way[];
}

/** It's so, and each administrator is told once. */
async function goOn({ db, hospital, log }: Parts, about: About, now: number): Promise<number> {
  const { platform, credentials, ways } = about;
  const { kind, since } = about.judged;
  const { isNews, told } = await transact(db, async (inside) => {
    const alarm = await noteAlarm(inside, matterOf(kind, platform), { since, now });
    if (!isToBeTold(kind, alarm, now)) return { isNews: false, told: 0 };
    const to = await findAdministrators(inside, hospital.admins, ways);
    const { code, expires } = credentials;
    const matter = { kind, platform, since: alarm.since, code, expires };
    const telling = { db: inside, now, hospital };
    const told = await sendAlarm(telling, alarm, to, (reader) => alarmCard(reader, matter, now));
    await markRaised(inside, alarm, { now, isTold: told > 0 });
    return { isNews: alarm.raisedAt === null, told };
  });
  const code = credentials.code === null ? {} : { code: credentials.code };
  if (isNews) log.warn('administrators should know', { platform, why: kind, count: told, ...code });
  return told;
}

async function end({ db, hospital, log }: Parts, alarm: Alarm, about: About, now: number): Promise<void> {
  const { platform, judged } = about;
  const { kind } = judged;
  const isOver = await transact(db, async (inside) => {
    if (!(await endAlarm(inside, alarm, now - overAfterMs))) return false;
    const telling = { db: inside, now, hospital };
    await sayOver(telling, alarm, (reader) => overCard(reader, { kind, platform }, now));
    return true;
  });
  if (isOver && alarm.raisedAt !== null)
    log.info('what administrators were told of is over', { platform, why: kind });
}
