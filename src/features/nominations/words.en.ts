export const words = {
  nominate: {
    title: 'Name a colleague',
    intro:
      "Who would you call after a hard shift? The program's director sees the name, and that colleagues gave it. Nobody sees that it was you. At most ten names from one person count in a month.",
    person: 'Colleague',
    submit: 'Name them',
    yourself: 'That would be you. Ask a colleague to name you.',
    unknown: "I can't find this colleague. They may not have Buddy yet.",
    thanks: 'Thank you. The director sees the name. Nobody is told that it came from you.',
  },
  list: {
    title: 'Named by colleagues',
    intro: 'Who named them is shown to nobody. Inviting someone asks them, and takes them off this list.',
    nobody: 'Nobody has been named yet.',
    many: 'Named by three or more colleagues',
    few: 'Named by fewer',
    invite: 'Invite',
    inviteOne: (name: string): string => `Invite ${name}`,
    inviteOther: 'Invite someone else',
    waiting: 'Asked, and not answered yet',
    roster: 'Supporters',
  },
  invite: {
    title: 'Invite a supporter',
    intro: 'They get a message that says what it asks of them, and can say no with one press.',
    person: 'Colleague',
    submit: 'Invite',
    unknown: "I can't write to this colleague. They may not have Buddy yet.",
    already: (name: string): string => `${name} has been asked already, or is a supporter.`,
    done: (name: string): string => `${name} has been invited.`,
    gone: 'This name is off the list.',
  },
  invitation: {
    heading: 'Would you be a peer supporter?',
    why: 'Colleagues think of you as someone who listens well, so the director of peer support is asking you.',
    what: "It means about an hour, a few times a year, with a colleague after something hard. You get training first. Nothing that's said gets written down, by you or by Buddy.",
    control:
      "You decide what others see of you, how often you're asked, and when you're away. You can stop with one press.",
    yes: 'Yes, I will',
    no: 'Not for me',
    closed: "This invitation isn't open anymore.",
    declined: "That's completely fine. Nothing of this is kept.",
    welcome: 'Thank you for saying yes.',
    next: 'Fill in your card next. Training comes before anyone is sent to you.',
    openCard: 'Fill in my card',
  },
  remove: {
    back: 'Supporters',
    title: 'Take off the roster?',
    ask: (name: string): string =>
      `${name} comes off the roster, their card is deleted, and what's open with them is offered to someone else. Please tell them yourself.`,
    yes: 'Take off the roster',
    done: (name: string): string => `${name} is off the roster.`,
    askInvited: (name: string): string => `${name} hasn't answered yet. Take the invitation back?`,
    takeBack: 'Take it back',
    takeBackOf: (name: string): string => `Take back the invitation of ${name}`,
    takenBack: (name: string): string => `The invitation of ${name} is taken back.`,
  },
  held: {
    named: 'Named as a supporter',
    naming: 'Colleagues you named',
  },
  heldNamed: (until: string): string =>
    `Someone named you as a good peer supporter. Who it was isn't shown. Kept until you're asked, and no longer than ${until}`,
  heldNaming: (count: number, until: string): string =>
    `${count === 1 ? 'one colleague' : `${count} colleagues`}. That it was you is kept as a fingerprint, so that it counts once. The last goes after ${until}`,
};
