import { createRequire } from 'node:module';

/**
 * All that Buddy takes of date-fns, one function at a time. Required, not imported: for each file that it imports of date-fns,
 * Node reads that package's list of 200 KB again, which makes a start 20 % longer (docs/decisions/0005).
 */
const require = createRequire(import.meta.url);

/** Dates of UTC: whatever date-fns makes of one is of UTC too, wherever the machine stands. */
export const { UTCDateMini } = require('@date-fns/utc/date/mini') as typeof import('@date-fns/utc/date/mini');

export const { addDays } = require('date-fns/addDays') as typeof import('date-fns/addDays');
export const { addMonths } = require('date-fns/addMonths') as typeof import('date-fns/addMonths');
export const { addWeeks } = require('date-fns/addWeeks') as typeof import('date-fns/addWeeks');
export const { differenceInCalendarISOWeeks } =
  require('date-fns/differenceInCalendarISOWeeks') as typeof import('date-fns/differenceInCalendarISOWeeks');
export const { getISOWeek } = require('date-fns/getISOWeek') as typeof import('date-fns/getISOWeek');
export const { getISOWeekYear } =
  require('date-fns/getISOWeekYear') as typeof import('date-fns/getISOWeekYear');
export const { getQuarter } = require('date-fns/getQuarter') as typeof import('date-fns/getQuarter');
export const { isValid } = require('date-fns/isValid') as typeof import('date-fns/isValid');
export const { lightFormat } = require('date-fns/lightFormat') as typeof import('date-fns/lightFormat');
export const { parseISO } = require('date-fns/parseISO') as typeof import('date-fns/parseISO');

export const constants = require('date-fns/constants') as typeof import('date-fns/constants');
