import type { GalleryEntry } from '../../../adapters/playground/backstage.ts';
import type { Reader } from '../../chat/reader.ts';
import type { Content } from '../../content/content.ts';
import type { LaunchText } from '../../content/launch.ts';
import { announcementCard } from '../../features/launch/cards.ts';
import { channelCard, joinCard, refusedCard } from '../../features/launch/channel-cards.ts';
import { announcementForm } from '../../features/launch/forms.ts';
import { postedView, postPreviewView, postView } from '../../features/launch/post-views.ts';
import { card, form, view } from './entries.ts';

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
        'launch: the announcement on Slack',
        announcementCard({ ...reader, platform: 'slack' }, one, { language: 'en', hospital: null, wayIn }),
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
      ...inAChannelEntries(reader, one),
    ]);
}

/** What's posted in a channel, and what comes of it. */
function inAChannelEntries(reader: Reader, announcement: LaunchText): readonly GalleryEntry[] {
  const { language } = reader;
  const wayIn = { platforms: ['slack'], link: null } as const;
  const posted = channelCard(announcement, { language, hospital: 'Lakeside Hospital', wayIn });
  const posting = { channel: 'C0GENERAL', hospital: 'Lakeside Hospital', language };
  const nothing = { channel: null, hospital: null, language };
  return [
    view('launch: which channel', postView(reader, announcement, nothing)),
    view(
      'launch: the channel post, seen first',
      postPreviewView(reader, announcement, { posting, card: posted, seen: '2b7e151628aed2a6' }),
    ),
    view('launch: the channel post is on its way', postedView(reader)),
    card('launch: what stands in the channel', posted),
    card('launch: someone presses Join', joinCard(reader)),
    card('launch: not in that channel', refusedCard(reader, 'not_in_channel', posted)),
    card('launch: the channel is archived', refusedCard(reader, 'is_archived', posted)),
    card('launch: only some can post there', refusedCard(reader, 'restricted_action', posted)),
    card("launch: Slack didn't take it", refusedCard(reader, 'internal_error', null)),
  ];
}
