/** The few words that cards and forms need in Teams beside those of the features. */
export const words = {
  title: 'Buddy',
  choose: 'Choose',
  pick: 'Pick one',
  pickPerson: 'Type a name',
  nothing: '–',
  toCorrect: "This hasn't been sent yet. Please change what's marked below.",
  missing: {
    text: 'Please write something here.',
    choice: 'Please pick one of these.',
    time: 'Please pick a time.',
    day: 'Please pick a day.',
    channel: 'Please name a channel.',
    person: 'Please pick a colleague.',
    choices: 'Please pick at least one.',
    people: 'Please pick at least one colleague.',
  },
} as const;
