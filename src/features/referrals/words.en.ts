export const words = {
  couldUseAWord: 'A colleague could use a word from you.',
  howDidItGo: 'You reached out to a colleague a few days ago. When you have a moment, say how it stands.',
  open: 'Open',
  openDesk: 'Open the desk',
  waiting: (count: number): string =>
    count === 1
      ? 'One colleague waits for you at the desk.'
      : `${count} colleagues wait for you at the desk.`,
  waitsSince: (day: string): string => `Something has waited at the desk since ${day}.`,
  waitsSinceForOthers: (day: string): string =>
    `Something has waited at the peer-support desk since ${day}. Please reach the director or a deputy: only they can open it.`,
  nobodyThere:
    "The incident-report system asked for support for a colleague, and no director or supporter is there to look after it. It's kept for 30 days. Please appoint a director today.",
  appoint: 'Appoint a director',
  ended: {
    time: 'An open one has ended by itself after 30 days. Nothing of it is kept.',
    unreadable:
      "An open one couldn't be read any more, since its key is gone. It's been closed. Please ask around who may still be waiting.",
    unanswered: "A supporter hasn't answered in time. It's been offered to the next one who fits.",
  },
  takenCareOf: 'This one is taken care of. Thank you for being there.',
  wentOn: 'Someone else looks after this one now. Thank you.',

  held: { about: 'Offer of support', asked: 'Support you asked for' },
  heldAbout: (since: string): string =>
    `An offer of support has been open since ${since}. Who asked for it isn't shown. You can end it below`,
  heldAsked: (count: number): string =>
    `${count === 1 ? 'one that is' : `${count} that are`} still open, kept so that you're not asked to support the same colleague`,
};
