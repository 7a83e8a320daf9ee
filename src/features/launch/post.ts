import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { isId } from '../../chat/id.ts';
import { cleanName } from '../../chat/name.ts';
import { reply } from '../../chat/say.ts';
import { languagesOf } from '../../content/languages.ts';
import type { LaunchText } from '../../content/launch.ts';
import { nameOf } from '../../people/name-of.ts';
import { fingerprint } from '../../system/ids.ts';
import { writeAudit } from '../audit/store.ts';
import { channelCard } from './channel-cards.ts';
import { postAnnouncement } from './messages.ts';
import { type Posting, postedView, postPreviewView, postView } from './post-views.ts';
import { wordsFor } from './words.ts';

/** The one platform on which a channel can be picked, and an app writes to one that it was only invited to. */
const withChannels = 'slack';

/** `program.announce-post`: the announcement goes to a channel, once it has been looked at as it'll stand there. */
export async function announceInChannel(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { db, now, actor, content } = turn;
  const { reader, account } = actor;
  const { chat, post: words } = wordsFor(reader);
  const announcement = content.launch.find(({ id }) => id === 'announcement');
  if (announcement === undefined) return [reply(chat.none)];
  if (account.platform !== withChannels) return [reply(words.byHandHere)];

  const posting = readPosting(turn, announcement, intent);
  const view = postView(reader, announcement, posting);
  if (intent.answers === null) return [{ type: 'view', view }];
  const { channel, hospital, language } = posting;
  if (channel === null || hospital === null) {
    const errors = {
      ...(channel === null ? { channel: words.noChannel } : {}),
      ...(hospital === null ? { hospital: words.noHospital } : {}),
    };
    return [{ type: 'view', view, errors }];
  }
  const { platforms, link } = turn.hospital;
  const card = channelCard(announcement, { language, hospital, wayIn: { platforms, link } });
  const seen = fingerprint(JSON.stringify([channel, card]));
  // What goes has to have been looked at as it stands, and for the channel that it goes to.
  if (intent.answers.sure !== 'yes' || intent.about !== seen)
    return [{ type: 'view', view: postPreviewView(reader, announcement, { posting, card, seen }) }];
  const to = { platform: account.platform, workspace: account.workspace, id: channel };
  if (!(await postAnnouncement(db, { to, card, teller: reader.language }, now)))
    return [{ type: 'view', view, errors: { channel: words.alreadyThere } }];
  await writeAudit(db, { by: nameOf(actor), action: 'announced', about: channel }, now);
  return [{ type: 'view', view: postedView(reader) }];
}

function readPosting({ actor }: Turn, announcement: LaunchText, { answers }: Intent): Posting {
  const written = languagesOf(announcement.words);
  const wanted = answers === null ? actor.reader.language : answers.language;
  const { channel, hospital } = answers ?? {};
  return {
    channel: typeof channel === 'string' && isId(channel) ? channel : null,
    hospital: typeof hospital === 'string' ? cleanName(hospital) : null,
    language: written.find((one) => one === wanted) ?? 'en',
  };
}
