export const words = {
  heading: 'No buddy right now',
  next: "You don't have a buddy these days. If you'd like one, here are three ways. If not, that's fine, and I won't ask again.",
  find: 'Find someone to ask',
  beFound: 'Let others find me',
  code: 'Make a code to pass on',
  leave: 'Leave it for now',
  left: 'All right. Whenever you like, type "invite".',
};
