import { constants } from './date-fns.ts';

/** How long things take: one definition of each for the whole program. */
export const {
  millisecondsInMinute,
  millisecondsInHour,
  millisecondsInDay,
  millisecondsInWeek,
  minutesInHour,
  minutesInDay,
} = constants;
