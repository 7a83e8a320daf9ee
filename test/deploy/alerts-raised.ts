/** What Prometheus collects, minute by minute, in its own way of writing a series: `0+1x10` grows by one, `_` is nothing. */
interface Case {
  readonly series: Readonly<Record<string, string>>;
  /** The minute at which it's looked at. */
  readonly minute: number;
  /** The labels of the alert that is raised beside its name; null where none is. */
  readonly raised: Readonly<Record<string, string>> | null;
}

const refused = (reason: string) => `buddy_refused_total{platform="slack",reason="${reason}"}`;
const ended = (outcome: string) => `buddy_deliveries_total{platform="slack",outcome="${outcome}"}`;
const faults = 'buddy_event_seconds_count{platform="slack",class="write",outcome="fault"}';
const bucket = (le: string) => `buddy_event_seconds_bucket{platform="slack",le="${le}"}`;
/** Of two a minute, all within 5 s, so many are within 1 s. */
const answered = (soon: string) => ({
  [bucket('1')]: soon,
  [bucket('5')]: '0+2x40',
  [bucket('+Inf')]: '0+2x40',
});
const slack = { platform: 'slack' };
const scheduler = { scheduler: 'slack' };

const of = (series: string, values: string, minute: number, raised: Case['raised']): Case => ({
  series: { [series]: values },
  minute,
  raised,
});

/** Of each rule: when it raises an alert, and when, though things go up and down, it doesn't. */
export const cases: Readonly<Record<string, readonly Case[]>> = {
  BuddyIsDown: [
    of('up{job="buddy"}', '1 0x9', 4, { job: 'buddy' }),
    of('up{job="buddy"}', '1 0 1x9', 4, null),
  ],
  BuddyIsNotReady: [of('buddy_ready', '0x9', 6, {}), of('buddy_ready', '0x3 1x9', 6, null)],
  BuddyRefusesRequests: [
    of(refused('wrong_signature'), '0+2x30', 25, slack),
    of(refused('no_signature'), '0+9x30', 25, null),
  ],
  BuddyPlansNothing: [
    of('buddy_scheduler_last_success_timestamp_seconds{scheduler="slack"}', '0x9', 4, scheduler),
    of('buddy_scheduler_last_success_timestamp_seconds{scheduler="slack"}', '0+60x9', 4, null),
  ],
  BuddyPlansLate: [
    of('buddy_nudges_oldest_due_seconds{scheduler="slack"}', '400x9', 3, scheduler),
    of('buddy_nudges_oldest_due_seconds{scheduler="slack"}', '20x9', 3, null),
  ],
  BuddyDeliversLate: [
    of('buddy_outbox_oldest_due_seconds{platform="slack"}', '1000x9', 6, slack),
    of('buddy_outbox_oldest_due_seconds{platform="slack"}', '800x9', 6, null),
  ],
  BuddyIsRateLimited: [
    of('buddy_rate_limit_waits_total{platform="slack"}', '0+4x60', 40, slack),
    of('buddy_rate_limit_waits_total{platform="slack"}', '0+2x60', 40, null),
  ],
  BuddyDeliversBadly: [
    { series: { [ended('sent')]: '0+10x40', [ended('temporary')]: '0+5x40' }, minute: 30, raised: {} },
    { series: { [ended('sent')]: '0+10x40', [ended('temporary')]: '0+1x40' }, minute: 30, raised: null },
  ],
  BuddyMessageRejected: [
    of(ended('rejected'), '0x5 1x5', 7, { ...slack, outcome: 'rejected' }),
    of(ended('unreachable'), '0x5 1x5', 7, null),
  ],
  BuddyMessagesTooLate: [
    of('buddy_messages_expired_total', '0x5 3x5', 7, {}),
    of('buddy_messages_expired_total', '3x9', 7, null),
  ],
  BuddyFault: [
    // The first one after a start: the series stood at 0 before.
    of(faults, '0x5 1x5', 7, { ...slack, class: 'write', outcome: 'fault' }),
    of(faults, '1x9', 7, null),
  ],
  BuddyIsSlow: [
    { series: answered('0+1x40'), minute: 30, raised: {} },
    { series: answered('0+2x40'), minute: 30, raised: null },
  ],
  BuddyCannotWrite: [
    of('buddy_round_failures_total', '0+2x9', 6, {}),
    of('buddy_round_failures_total', '0x3 1x6', 6, null),
  ],
  BuddyWaitsForConnections: [
    of('buddy_database_waiting', '3x9', 3, {}),
    of('buddy_database_waiting', '3 0x9', 3, null),
  ],
  BuddyDiskIsFilling: [
    of('buddy_disk_free_bytes', '400000000x20', 12, {}),
    of('buddy_disk_free_bytes', '600000000x20', 12, null),
  ],
  BuddyLosesLogLines: [
    of('buddy_log_lines_lost', '0x5 8x5', 7, {}),
    of('buddy_log_lines_lost', '8x9', 7, null),
  ],
  BuddyIsHeldUp: [
    of('nodejs_eventloop_lag_p99_seconds', '0.6x20', 12, {}),
    of('nodejs_eventloop_lag_p99_seconds', '0.1x20', 12, null),
  ],
  BuddySupportOverdue: [
    of('buddy_support_overdue{scheduler="slack"}', '1x9', 6, scheduler),
    of('buddy_support_overdue{scheduler="slack"}', '1x3 0x9', 6, null),
  ],
  BuddyAdministratorsAreTold: [
    of('buddy_alarm{matter="refused:slack"}', '0x5 1x5', 7, { matter: 'refused:slack' }),
    of('buddy_alarm{matter="refused:slack"}', '1x3 0x9', 6, null),
  ],
};
