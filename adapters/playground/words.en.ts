/** The few sentences that belong to the playground itself. */
export const words = {
  noteOnAccount:
    'Nobody here is real, so you see what became of each one. In a hospital, administrators see sums alone, and none that points at a person.',

  wrongHost: 'The playground answers on this machine only: open it as http://127.0.0.1 with its port.',
  forwarded:
    'The playground answers on this machine only, and this request came through a proxy or a tunnel.',
  otherSite: 'This request came from another site, so nothing was done.',
  notJson: 'Send JSON, with content-type application/json.',
  tooLarge: 'That is more than 64 KB, so nothing was done.',
  notFit: (field: string): string =>
    field === '' ? 'The request does not have the right shape.' : `"${field}" is missing or not right.`,
  nobody: (id: string): string => `Nobody on the ward is called "${id.slice(0, 40)}".`,
  noMessage: 'That message is not in this chat.',
  noButton: 'That button is not on this message any more.',
  noForm: 'That form is not open any more.',
  notBack: 'The clock only goes forward.',
  tooFar: 'The clock goes forward five weeks at most at once.',
  halfYearPassed: 'That half year has passed already. Reset to see it again.',
  manyStreams: 'Too many pages are listening. Close one of them.',
  stopping: 'The playground is stopping.',

  fillIn: 'Please fill this in.',
  tooLong: (most: number): string => `At most ${most} characters fit here.`,
  pickOne: 'Please pick one of these.',
  pickPerson: 'Please pick somebody on the ward.',
  notATime: 'Please give a time of day, such as 09:00.',
  notADay: 'Please give a day, such as 2026-12-24.',

  /** For completion; every one is understood by Buddy. */
  commands: [
    ['/buddy @colleague', 'ask a colleague to be your buddy'],
    ['/buddy help', 'what Buddy can do'],
    ['/buddy pair', 'whom could I ask'],
    ['/buddy invite', 'make a code to share'],
    ['/buddy join CODE', 'use a code you got'],
    ['/buddy status', 'your buddies and this week'],
    ['/buddy questions', 'the two for this week'],
    ['/buddy checkin', 'note that you checked in'],
    ['/buddy reach', 'ask your buddy for a check-in'],
    ['/buddy later', 'be reminded later this week'],
    ['/buddy pause', 'no questions for now'],
    ['/buddy resume', 'questions again'],
    ['/buddy settings', 'time and rhythm'],
    ['/buddy end', 'stop with a buddy'],
    ['/buddy guide', 'how a check-in goes'],
    ['/buddy resources', 'where to turn now'],
    ['/buddy privacy', 'see what is held about you'],
    ['/buddy forget me', 'erase what is held about you'],
    ['/buddy admin', 'for administrators: the weekly questions'],
  ],
} as const;
