import type { GalleryEntry } from '../../../adapters/playground/backstage.ts';
import type { Reader } from '../../chat/reader.ts';
import type { Content } from '../../content/content.ts';
import * as figures from '../../features/figures/cards.ts';
import type { AllFigures } from '../../features/figures/read.ts';
import * as pulse from '../../features/pulse/cards.ts';
import { professionCard, professionElements } from '../../features/settings/profession-cards.ts';
import { card } from './entries.ts';
import * as sample from './samples.ts';

const token = 'AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

/** The pulse, what came of it, and what members say of themselves. */
export function pulseEntries(reader: Reader, content: Content): readonly GalleryEntry[] {
  const { resources } = content;
  const { drivers } = content.pulse;
  const { professions } = content.support.choices;
  const asking = { token, drivers };
  return [
    card('pulse: before the first', pulse.announcementCard(reader)),
    card('pulse: the first question', pulse.pulseCard(reader, token, sample.now)),
    card('pulse: the second', pulse.weighsCard(reader, asking, { isSpent: false, resources })),
    card('pulse: the second, tapped again', pulse.weighsCard(reader, asking, { isSpent: true, resources })),
    card('pulse: answered', pulse.answeredCard(reader, { isSpent: false, resources })),
    card('pulse: answered before', pulse.answeredCard(reader, { isSpent: true, resources })),
    card('pulse: over', pulse.closedCard(reader, resources)),
    card('settings: a profession, not said', { elements: professionElements(reader, professions, null) }),
    card('settings: a profession, said', { elements: professionElements(reader, professions, 'nurse') }),
    card('settings: a profession, just said', professionCard(reader, professions, 'nurse')),
    card('settings: a profession, taken back', professionCard(reader, professions, null)),
    card(
      'figures: by profession, and a pulse',
      figures.figuresCard(reader, byProfession, 11, { professions, drivers, support: [] }),
    ),
  ];
}

const byProfession: AllFigures = {
  ...sample.figures,
  weeks: [],
  quarters: sample.figures.quarters.map(({ figures: shown, ...release }) => ({
    ...release,
    figures: shown && {
      ...shown,
      professions: {
        type: 'groups',
        total: 155,
        shown: [
          { name: 'physician', count: 30 },
          { name: 'nurse', count: 50 },
          { name: 'none', count: 45 },
        ],
        together: 30,
      },
    },
  })),
  pulses: [
    {
      period: '2026-Q4',
      smallest: 11,
      figures: {
        feeling: {
          type: 'groups',
          total: 90,
          shown: [
            { name: 'worn', count: 25 },
            { name: 'by', count: 30 },
            { name: 'mostly', count: 20 },
          ],
          together: 15,
        },
        weighs: { type: 'nearly-all', total: 60, name: 'staffing' },
      },
    },
    { period: '2026-Q3', smallest: 11, figures: { feeling: null, weighs: null } },
  ],
};
