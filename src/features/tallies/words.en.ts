export const words = {
  sums: 'Sums, in batches of at least eleven',
  noSums: 'Sums are released once eleven have closed.',
  batch: (number: number): string => `Batch ${number}`,
  counted: {
    closed: 'closed',
    'reached-in-a-day': 'reached within 24 hours',
    talked: 'talked',
    declined: 'not now',
    'no-answer': 'no answer',
    ended: 'ended otherwise',
    offers: 'offers made',
    onward: 'wanted further help',
    group: 'group conversations',
    informal: 'informal, beside these',
  },
  sum: (name: string, count: number): string => `${count} ${name}`,
  kinds: 'By kind',
};
