import type { OwnLine } from '../../features/resources/own-lines.ts';
import { day, now } from './samples.ts';

export const chaplain: OwnLine = {
  id: 'line-1',
  name: 'Chaplain',
  reach: '555-010-0142 x12',
  hours: 'Weekdays 8 AM to 4 PM; at night through the operator',
  who: 'Everyone who works here, of any faith or none',
  nameEs: 'Capellanía',
  hoursEs: 'De lunes a viernes, de 8 a. m. a 4 p. m.; de noche, por la central',
  whoEs: 'Todas las personas que trabajan aquí, de cualquier fe o ninguna',
  editedAt: now - day,
};

const inEnglishAlone = { nameEs: '', hoursEs: '', whoEs: '', editedAt: now - day };

/** One of each kind, and more than a page holds beside those of the file. */
export const ownLines: readonly OwnLine[] = [
  chaplain,
  {
    ...{ id: 'line-2', name: 'Employee assistance program', reach: '+1-555-010-0199' },
    ...{ hours: '24 hours a day, every day', who: '', ...inEnglishAlone },
  },
  {
    ...{
      id: 'line-3',
      name: 'Wellness office',
      reach: 'https://intranet.example.org/wellness?desk=1&room=2',
    },
    ...{ hours: '', who: 'Nurses & residents <all shifts>', ...inEnglishAlone },
  },
  ...['Lactation room', 'Legal aid', 'Night operator'].map((name, nth) => ({
    ...{ id: `line-${nth + 4}`, name, reach: `x${5550 + nth}`, hours: '', who: '', ...inEnglishAlone },
  })),
];
