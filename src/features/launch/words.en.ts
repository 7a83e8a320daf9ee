/** What stands around the texts of prompts/launch, on the printed pages and in chat. */
export const words = {
  kit: 'Make Buddy known',
  language: 'English',
  notes: "Speaker's notes",
  blank: '____________________',
  slack: 'In Slack, type /buddy',
  teams: 'In Microsoft Teams, open the chat with Buddy and type help',
  scan: 'Scan to open Buddy',
  notMonitored: "Buddy is not monitored. If it can't wait:",
  chat: {
    heading: 'Make it known',
    how: 'Copy the text between the lines and post it yourself in a channel. Only you can see this.',
    howOrPost:
      'Post it in a channel with the button below, or copy the text between the lines. Only you can see this.',
    noName: "The blank is for your hospital's name.",
    printed:
      'A poster, badge cards, talks and an email come as pages to print, in English and Spanish. Send IT this line and ask for the folder:',
    kit: 'For IT',
    fillIn: "Put in our hospital's name",
    hospital: "Your hospital's name",
    hint: "It stands in the announcement. I don't keep it.",
    language: 'Language',
    show: 'Show it',
    none: "There's no announcement here. IT can put one into prompts/launch.",
  },
  post: {
    open: 'Post it in a channel',
    title: 'Post it in a channel',
    how: 'You see it first as it will stand there, and nothing is posted until you say so.',
    channel: 'Channel',
    channelHint: 'I have to be in it: type /invite @Buddy there first.',
    look: 'Look at it first',
    wouldBe: "This is what everyone in the channel will read. It isn't posted yet.",
    withButtons:
      'Below it stand two buttons, “Join” and “Find out more”. Anyone can press them, and only that person sees the answer.',
    sure: 'Post it?',
    sureHint: 'To change something first, do so below and leave this blank: you see it again.',
    yes: 'Yes, post it',
    goOn: 'Go on',
    noChannel: 'Pick a channel.',
    noHospital: "Type your hospital's name.",
    alreadyThere:
      'This very text is in that channel already, or on its way. Pick another channel, or change it.',
    onItsWay: "It's on its way to the channel. If Slack doesn't take it, I'll tell you in a message.",
    byHandHere: 'I can only post in a channel on Slack. Here, copy the text and post it yourself.',
    join: 'Join',
    findOutMore: 'Find out more',
    refused: {
      notInChannel:
        "I couldn't post the announcement, since I'm not in that channel: type /invite @Buddy there and post it again, or post this yourself.",
      archived:
        "I couldn't post the announcement, since that channel is archived: pick another one, or post this yourself.",
      restricted:
        "I couldn't post the announcement, since only some people can post in that channel: ask one of them to post this.",
      otherwise: (code: string): string =>
        `I couldn't post the announcement, since Slack didn't take it (${code}): try again, or post it yourself.`,
    },
  },
  join: {
    heading: 'Join in three lines',
    lines: [
      'Pick a colleague, and I ask them for you. Once they say yes, you two are buddies.',
      'Every Monday you both get the same two questions in a direct message. Talk about them however you like: I never see it.',
      "Pause or stop in one step, no reason needed. Looking around here doesn't sign you up.",
    ],
    find: 'Find a buddy',
    haveCode: 'I have a code',
  },
};
