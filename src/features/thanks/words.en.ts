export const words = {
  heading: 'Thank you',
  thanks:
    "Someone here had a hard week this year, and a colleague asked. I don't know who, and nobody keeps track of it. So this goes to everyone: thank you for being there.",
  door: "If it's been a while, the door is open. One message is enough.",
  preview: 'Once a year, to everyone who takes part, the same for all. This is what they read:',
  when: "Each of them gets it at the hour of their Monday message, today or tomorrow. People on a pause aren't disturbed.",
  send: 'Send it to everyone',
  done: (year: string): string => `Everyone has been thanked in ${year}. The next thanks are for next year.`,
  onItsWay: "It's on its way to everyone who takes part.",
};
