export const words = {
  couldUseAWord: 'A colleague could use a word from you.',
  howDidItGo:
    'You reached out to a colleague a few days ago. How is it going? Open it when you have a moment.',
  open: 'Open',
  openDesk: 'Open the desk',
  waiting: (count: number): string =>
    count === 1 ? 'Someone waits for you at the desk.' : `${count} wait for you at the desk.`,
  waitsSince: (day: string): string => `Something has waited at the desk since ${day}. Can you look?`,
  waitsSinceForOthers: (day: string): string =>
    `Something has waited at the peer-support desk since ${day}. Please reach the director or a deputy: only they can open it.`,
  nobodyThere:
    "The incident-report system asked for support for a colleague, and no director or supporter is there to look after it. It's kept for 30 days. Please appoint a director today.",
  appoint: 'Appoint a director',
  ended: {
    time: 'One that was open for 30 days has ended by itself. Buddy keeps nothing about it.',
    unreadable:
      "One couldn't be opened anymore: its key is gone, so it's been closed. Please ask around whether someone still waits for a call.",
    unanswered: "A supporter didn't answer in time, so the next one who fits has been asked.",
  },
  takenCareOf: 'Taken care of. Thank you for being there.',
  wentOn: 'Someone else is looking after this one now. Thank you.',

  held: { about: 'Offer of support' },
  heldAbout: (since: string): string =>
    `An offer of support has been open since ${since}. Who asked isn't shown. You can end it below`,
};
