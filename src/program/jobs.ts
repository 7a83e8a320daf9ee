import type { CallOff, Redraw } from '../bot/turn.ts';
import { millisecondsInHour, millisecondsInMinute } from '../calendar/spans.ts';
import type { PersonRef } from '../chat/person.ts';
import type { Executor } from '../db/schema.ts';
import { transact } from '../db/transact.ts';
import type { Hearing } from '../features/alarms/hearing.ts';
import { raiseAlarms } from '../features/alarms/raise.ts';
import { releaseFigures } from '../features/figures/release-all.ts';
import { remindOfMeeting, thankSupporters } from '../features/gatherings/send-due.ts';
import { expireInvitations } from '../features/invitations/expire.ts';
import { planDue } from '../features/nudges/plan.ts';
import { leave } from '../features/privacy/erase.ts';
import { askMembers } from '../features/pulse/ask-members.ts';
import { lookAfterKeys, lookAfterReferrals } from '../features/referrals/look-after.ts';
import { endPauses } from '../features/settings/end-pauses.ts';
import { refreshSupporters } from '../features/supporters/refresh.ts';
import { offerSteps } from '../features/unpaired/offer-steps.ts';
import { askPlatform } from '../people/find-people.ts';
import { refreshProfiles } from '../people/members/refresh.ts';
import type { Job } from '../schedule/ticker.ts';
import type { HospitalNow } from './hospital-now.ts';
import type { Parts } from './parts.ts';
import { forgetWhatIsOld } from './retention.ts';

interface JobParts extends Parts {
  readonly redraw: Redraw;
  readonly callOff: CallOff;
  readonly hospital: HospitalNow;
  readonly hearing: Hearing;
}

/** Everything that happens by itself, in the order of a tick. */
export function createJobs(parts: JobParts): readonly Job[] {
  const { db, dispatcher, content, log } = parts;
  return [
    {
      // Another process may have changed it.
      name: 'look at the settings again',
      everyMs: 0,
      async run() {
        parts.hospital.doubt();
      },
    },
    {
      name: 'look after referrals',
      everyMs: 0,
      async run(now) {
        const count = await lookAfterReferrals({ ...parts, hospital: await parts.hospital.get() }, now);
        if (count === 0) return;
        log.info('moved on referrals that had waited', { count });
        dispatcher.wake();
      },
    },
    {
      name: 'look after keys',
      everyMs: millisecondsInHour,
      async run(now) {
        await lookAfterKeys({ ...parts, hospital: await parts.hospital.get() }, now);
        dispatcher.wake();
      },
    },
    {
      name: 'plan nudges',
      everyMs: 0,
      async run(now) {
        const count = await planDue(db, { at: now, now, content });
        if (count > 0) log.info('planned the members who were due', { count });
        dispatcher.wake();
      },
    },
    {
      // After planning, which accounts for the nudges that came due during a pause.
      name: 'end pauses',
      everyMs: 0,
      async run(now) {
        const count = await endPauses(db, now, { redraw: parts.redraw });
        if (count === 0) return;
        log.info('ended pauses whose day has come', { count });
        dispatcher.wake();
      },
    },
    {
      // After planning too: everyone who was due is accounted for.
      name: 'release figures',
      everyMs: millisecondsInMinute,
      async run(now) {
        const { smallestGroup } = await parts.hospital.get();
        const professions = content.support.choices.professions.map(({ id }) => id);
        await releaseFigures(db, now, { smallest: smallestGroup, professions });
      },
    },
    {
      name: 'expire invitations',
      everyMs: 10 * millisecondsInMinute,
      async run(now) {
        const count = await expireInvitations(db, await parts.hospital.get(), now);
        if (count > 0) log.info('closed invitations that waited too long', { count });
        dispatcher.wake();
      },
    },
    {
      name: 'write to supporters',
      everyMs: 10 * millisecondsInMinute,
      async run(now) {
        const hospital = await parts.hospital.get();
        const count = await transact(db, async (transaction) => {
          const telling = { db: transaction, now, hospital };
          const reminded = await remindOfMeeting(telling, content.support.texts);
          return reminded + (await thankSupporters(telling));
        });
        if (count > 0) log.info('wrote to the supporters', { count });
        dispatcher.wake();
      },
    },
    {
      name: 'ask for the pulse',
      everyMs: millisecondsInMinute,
      async run(now) {
        const count = await askMembers(db, now);
        if (count === 0) return;
        log.info('wrote to members about the pulse', { count });
        dispatcher.wake();
      },
    },
    {
      name: 'offer next steps',
      everyMs: millisecondsInHour,
      async run(now) {
        const count = await offerSteps(db, now);
        if (count > 0) log.info('offered a next step to members without a buddy', { count });
        dispatcher.wake();
      },
    },
    {
      name: 'refresh profiles',
      everyMs: millisecondsInMinute,
      async run(now) {
        const hospital = await parts.hospital.get();
        const lookUp = (person: PersonRef) => askPlatform(parts, person);
        const leaveNow = (transaction: Executor, person: PersonRef) =>
          leave({ ...parts, hospital, db: transaction, now }, person);
        await refreshProfiles(db, lookUp, now, {
          leave: (transaction, member) => leaveNow(transaction, member.person),
        });
        await refreshSupporters(db, { lookUp, leave: leaveNow }, now);
        dispatcher.wake();
      },
    },
    {
      // After planning and at every tick: what it finds has been tried, and is told while it can still be helped.
      name: 'look for what administrators should know',
      everyMs: 0,
      async run(now) {
        const adapters = new Map([...parts.adapters].filter(([platform]) => platform !== 'playground'));
        const told = await raiseAlarms({ ...parts, adapters, hospital: await parts.hospital.get() }, now);
        if (told > 0) dispatcher.wake();
      },
    },
    {
      name: 'forget what is old',
      everyMs: millisecondsInHour,
      async run(now) {
        await forgetWhatIsOld(db, { now });
      },
    },
  ];
}
