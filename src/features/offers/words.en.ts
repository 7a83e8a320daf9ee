import type { Platform } from '../../chat/person.ts';
import type { Outcome } from '../referrals/rules.ts';

const outcomes: Readonly<Record<Outcome, string>> = {
  reached: "I've reached out",
  cannot: "I can't this time",
  talking: "We're talking",
  declined: "Not now, and that's fine",
  'no-answer': 'No answer yet',
  done: 'Done',
};

const platforms: Record<Platform, string> = { slack: 'Slack', teams: 'Teams', playground: 'the playground' };

export const words = {
  title: 'A colleague',
  gone: "This one isn't open anymore. Buddy keeps nothing about it.",
  name: 'Who',
  reach: 'How to reach them',
  byChat: (name: string, elsewhere: Platform | null): string =>
    elsewhere === null
      ? `Write to ${name} here in the chat.`
      : `Write to ${name} on ${platforms[elsewhere]}.`,
  kind: 'What it was about',
  soon: 'How soon',
  today: 'Today, please',
  week: 'This week',
  askedBy: 'Who asked',
  forOneself: 'They asked for it themselves',
  group: 'A conversation as a group was offered, too.',
  youWrite: 'You write or call yourself. Buddy never writes to them.',
  firstTry: 'Words you can copy',
  secondTry: "Words for a second try, after three days. There's never a third",
  voicemail: 'For a voicemail',
  afterNo: 'After a no',
  howTo: 'How to go about it',
  howToGroup: 'How to talk as a group',
  outcome: 'How it stands',
  outcomes,
  noOutcome: 'Pick one.',
  submit: 'Save',
  saved: 'Saved. Nothing else is written down.',
  until: (by: string): string => `Please say by ${by} whether you can. After that, someone else is asked.`,

  thanksTitle: 'Thank you',
  cannotThanks: 'Good that you said so. Someone else will be asked.',
  closed: 'Thank you for being there. Buddy keeps nothing about it.',
  declinedThanks: 'Reaching out was the help. Buddy keeps nothing about it, and the door stays open.',
  passOn: 'In case they ever want it, you can pass these on:',
  groupQuestion: 'Did you talk as a group, too?',
  onwardQuestion: 'Did they want to hear of further help?',
  onwardYes: 'Yes',
  onwardNo: 'No',
  remind: 'Remind me in four weeks',
  willRemind: "I'll remind you in four weeks, without a name.",
  counted: "That's all I needed to ask.",
  howAreYou: 'And how are you?',
  yourSupporter: (name: string): string => `Your own supporter is ${name}.`,
  fourWeeks: 'Four weeks ago you were there for a colleague. If it feels right, write to them.',
  notSupporter: 'This is for peer supporters.',
};
