import type { CallOff, Redraw } from '../bot/turn.ts';
import { millisecondsInHour, millisecondsInMinute } from '../calendar/spans.ts';
import type { Hospital } from '../config/hospital.ts';
import { endWeeks } from '../features/figures/end-weeks.ts';
import { expireInvitations } from '../features/invitations/expire.ts';
import { planDue } from '../features/nudges/plan.ts';
import { leave } from '../features/privacy/erase.ts';
import { endPauses } from '../features/settings/end-pauses.ts';
import { askPlatform } from '../people/find-people.ts';
import { refreshProfiles } from '../people/members/refresh.ts';
import type { Job } from '../schedule/ticker.ts';
import type { Parts } from './parts.ts';
import { forgetWhatIsOld } from './retention.ts';

interface JobParts extends Parts {
  readonly redraw: Redraw;
  readonly callOff: CallOff;
  readonly hospital: Hospital;
}

/** Everything that happens by itself, in the order of a tick. */
export function createJobs(parts: JobParts): readonly Job[] {
  const { db, dispatcher, content, log } = parts;
  const { smallestGroup } = parts.hospital;
  return [
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
      name: 'end weeks',
      everyMs: millisecondsInMinute,
      run: (now) => endWeeks(db, now, smallestGroup),
    },
    {
      name: 'expire invitations',
      everyMs: 10 * millisecondsInMinute,
      async run(now) {
        const count = await expireInvitations(db, parts.hospital, now);
        if (count > 0) log.info('closed invitations that waited too long', { count });
        dispatcher.wake();
      },
    },
    {
      name: 'refresh profiles',
      everyMs: millisecondsInMinute,
      async run(now) {
        await refreshProfiles(db, (person) => askPlatform(parts, person), now, {
          leave: (transaction, member) => leave({ ...parts, db: transaction, now }, member.person),
        });
        dispatcher.wake();
      },
    },
    {
      name: 'forget what is old',
      everyMs: millisecondsInHour,
      run: (now) => forgetWhatIsOld(db, { now, smallestGroup }),
    },
  ];
}
