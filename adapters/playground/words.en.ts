/** The few sentences that belong to the playground itself. */
export const words = {
  noteOnAccount:
    'Nobody here is real, so you can see how each one went. In a hospital, administrators only see totals, and none that points to a person.',

  wrongHost: 'The playground only answers on this machine: open it as http://127.0.0.1 with its port.',
  forwarded:
    'The playground only answers on this machine, and this request came through a proxy or a tunnel.',
  otherSite: 'This request came from another site, so nothing was done.',
  notJson: 'Send JSON, with content-type application/json.',
  tooLarge: "That's more than 64 KB, so nothing was done.",
  notFit: (field: string): string =>
    field === '' ? "The request doesn't have the right shape." : `"${field}" is missing or wrong.`,
  nobody: (id: string): string => `Nobody on the ward is called "${id.slice(0, 40)}".`,
  noMessage: "That message isn't in this chat.",
  noButton: "That button isn't on this message anymore.",
  noForm: "That form isn't open anymore.",
  noView: "That window isn't open anymore.",
  view: 'Buddy',
  notBack: 'The clock only goes forward.',
  tooFar: 'The clock goes forward at most five weeks at a time.',
  halfYearPassed: 'That half year has already passed. Reset to see it again.',
  manyStreams: 'Too many pages are listening. Close one of them.',
  stopping: 'The playground is stopping.',

  fillIn: 'Please fill this in.',
  tooLong: (most: number): string => `At most ${most} characters fit here.`,
  pickOne: 'Please pick one of these.',
  pickPerson: 'Please pick someone on the ward.',
  tooMany: (most: number): string => `At most ${most} fit here.`,
  notATime: 'Please give a time of day, such as 9:00 AM.',
  notADay: 'Please give a day, such as 2026-12-24.',

  /** For completion; every one is understood by Buddy. */
  commands: [
    ['/buddy @colleague', 'ask a colleague to be your buddy'],
    ['/buddy help', 'what Buddy can do'],
    ['/buddy pair', 'who could I ask'],
    ['/buddy invite', 'make a code to share'],
    ['/buddy join CODE', 'use a code you got'],
    ['/buddy status', 'your buddies and this week'],
    ['/buddy questions', 'the two for this week'],
    ['/buddy checkin', 'record that you checked in'],
    ['/buddy reach', 'ask your buddy for a check-in'],
    ['/buddy later', 'be reminded later this week'],
    ['/buddy pause', 'no questions for now'],
    ['/buddy resume', 'questions again'],
    ['/buddy settings', 'when and how often'],
    ['/buddy end', 'end with a buddy'],
    ['/buddy guide', 'how a check-in goes'],
    ['/buddy resources', 'get support now'],
    ['/buddy privacy', 'see what Buddy keeps about you'],
    ['/buddy forget me', 'erase everything about you'],
    ['/buddy admin', 'for administrators: the weekly questions'],
  ],
} as const;
