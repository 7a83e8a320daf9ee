/**
 * How long things take, in milliseconds. date-fns is named for them here alone: for each file that does, Node reads the
 * list of everything date-fns exports anew (200 KB), which costs a start 3 ms every time.
 */
export {
  millisecondsInDay,
  millisecondsInHour,
  millisecondsInMinute,
  millisecondsInWeek,
} from 'date-fns/constants';
