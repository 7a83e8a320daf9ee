export const words = {
  title: 'Peer supporters',
  intro:
    'Colleagues who are glad to listen after something hard. Each one chose what you see here. Looking leaves no trace.',
  nobody: 'Nobody is on the roster yet. Do you know a colleague who listens well? Name them.',
  ask: (name: string): string => `Ask ${name}`,
  away: 'Away right now',
  inTraining: 'Still in training',
  filter: 'Show a profession',
  everyone: 'Everyone',
  nominate: 'Name a colleague',
  printed: {
    title: 'Someone who listens',
    intro:
      "After a hard day, any of these colleagues will make time for you. They chose to. It isn't an evaluation, and nothing gets written down.",
    howToAsk: 'How to ask',
    slack: 'In Slack, type /buddy support.',
    teams: 'In Teams, write "support" to Buddy.',
    playground: 'Type /buddy support.',
    orSay: 'Or call one of them, or catch them in the hallway.',
    lines: "If it can't wait",
    checked: (day: string): string => `Lines last checked on ${day}.`,
    printed: (day: string): string => `Printed on ${day}. The roster in chat is always the newest.`,
    nobody: 'Nobody is on the roster yet.',
  },
};
