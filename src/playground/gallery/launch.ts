import type { GalleryEntry } from '../../../adapters/playground/backstage.ts';
import type { Reader } from '../../chat/reader.ts';
import type { Content } from '../../content/content.ts';
import { announcementCard } from '../../features/launch/cards.ts';
import { announcementForm } from '../../features/launch/forms.ts';
import { card, form } from './entries.ts';

const link = 'https://teams.microsoft.com/l/chat/0/0?users=28:0f0f0f0f-1111-4222-8333-444444444444';

/** What makes Buddy known, as an administrator gets it in chat. */
export function launchEntries(reader: Reader, { launch }: Content): readonly GalleryEntry[] {
  const { language } = reader;
  const wayIn = { platforms: ['slack', 'teams'], link } as const;
  return launch
    .filter(({ id }) => id === 'announcement')
    .flatMap((one) => [
      card(
        'launch: the announcement',
        announcementCard(reader, one, { language: 'en', hospital: null, wayIn }),
      ),
      card(
        'launch: the announcement in Spanish',
        announcementCard(reader, one, { language: 'es', hospital: null, wayIn }),
      ),
      card(
        "launch: the announcement with the hospital's name",
        announcementCard(reader, one, { language, hospital: 'Lakeside Hospital', wayIn }),
      ),
      form('launch: what to fill in', announcementForm(reader, one)),
    ]);
}
