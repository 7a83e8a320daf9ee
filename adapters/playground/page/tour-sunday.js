import { html } from './vendor/preact.js';

/** The second part: Sunday night, as administrator. */
export function sundaySteps({ tour, ward, onDraft }) {
  const administrator = ward.people.find(({ isAdministrator }) => isAdministrator);
  const { id, name } = administrator;
  const isShown = ward.shown.includes(id);
  const look = () => ward.look(ward.isWide ? 1 : ward.active, id);
  const write = () => {
    ward.focus(ward.eyes.indexOf(id));
    onDraft({ person: id, text: '/buddy admin' });
  };
  return [
    {
      title: 'Let half a year pass',
      words: ward.isTravelling
        ? 'Colleagues pair up, check in, pause and come back.'
        : 'The ward becomes a hospital of some 240 people. It takes some seconds, and ends on a Sunday night.',
      action: ward.isTravelling ? null : { label: 'Let half a year pass', act: ward.passHalfYear },
    },
    {
      title: `Be ${name}`,
      words: isShown
        ? `${name} looks after Buddy here. Write /buddy admin and send it.`
        : `${name} looks after Buddy here.`,
      action: isShown ? { label: 'Write it for me', act: write } : { label: `Show ${name}`, act: look },
    },
    {
      title: 'How did the last Mondays go?',
      words:
        'Press “Figures”: sums, and none that points at a person. A report for the people who lead the hospital is behind the curtain, under “This week’s account”.',
    },
    {
      title: 'Ask something of your own',
      words: 'Press “Post questions”, write two for tomorrow, and save them. Or keep the bank’s.',
      action: { label: 'Keep the bank’s', act: tour.skip },
    },
    {
      title: 'Let it become Monday',
      words: 'Everyone with a buddy gets the same two.',
      action: { label: 'Next Monday', act: () => ward.travel('monday') },
    },
    {
      title: 'That was a Sunday night',
      words: 'Behind the curtain, this week’s account says what became of every single message.',
      action: { label: 'Done', act: tour.dismiss },
    },
  ];
}

/** How far half a year has come, while it passes. */
export function Weeks({ halfYear }) {
  const { week, weeks, isOver } = halfYear;
  if (week === 0 || isOver) return null;
  return html`<p class="tour-weeks">
    <progress max=${weeks} value=${week} aria-label="Half a year"></progress>
    <span>Week ${week} of ${weeks}</span>
  </p>`;
}
