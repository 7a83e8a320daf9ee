import type { Database } from '../../../src/db/schema.ts';
import { maxBuddies } from './buddies.ts';
import { wholeContent } from './tables.ts';

/** What must hold at every moment, whatever people do and in whatever order; what does not, in words. */
export async function broken(db: Database, forgotten: ReadonlySet<string>): Promise<readonly string[]> {
  const faults: string[] = [];
  const pairs = await db.selectFrom('pairs').selectAll().where('ended_at', 'is', null).execute();
  const members = await db.selectFrom('members').select(['id', 'person_id']).execute();
  const invitations = await db.selectFrom('invitations').selectAll().execute();

  const twos = pairs.map(({ first_member_id, second_member_id }) => `${first_member_id} ${second_member_id}`);
  if (new Set(twos).size < twos.length) faults.push('two people have two pairs');
  for (const { id } of members) {
    const theirs = twos.filter((two) => two.includes(id)).length;
    if (theirs > maxBuddies) faults.push(`someone has ${theirs} buddies`);
  }

  const waiting = invitations.filter(({ status }) => status === 'waiting');
  const both = waiting.map(({ both_people }) => both_people);
  if (new Set(both).size < both.length) faults.push('two invitations wait between two people');
  for (const { inviter_id, invitee_person_id } of waiting) {
    const invitee = members.find(({ person_id }) => person_id === invitee_person_id)?.id;
    if (invitee !== undefined && twos.some((two) => two.includes(inviter_id) && two.includes(invitee)))
      faults.push('an invitation waits between buddies');
  }

  for (const [table, rows] of Object.entries(await wholeContent(db)))
    for (const id of forgotten)
      if (rows.some((row) => row.includes(id))) faults.push(`${id} was forgotten and is in ${table}`);

  const open = await db.selectFrom('outbox').selectAll().where('status', '=', 'waiting').execute();
  for (const { key, lane, person_id, card } of open) {
    const [kind, about = ''] = key.split(':');
    const isInvitee = invitations.some(({ invitee_person_id }) => invitee_person_id === person_id);
    const isMember = members.some((member) => member.person_id === person_id);
    if (!isMember && !(kind === 'change' ? key.startsWith('change:invitation:') : isInvitee))
      faults.push(`${key} goes to nobody`);
    if (lane === 'change') continue;
    const asks = card?.includes('pairing.accept') === true;
    if (kind === 'invitation' && asks && !waiting.some(({ id }) => id === about))
      faults.push(`${key} carries an invitation that waits no more`);
    if ((kind === 'paired' || kind === 'reach') && !pairs.some(({ id }) => id === about))
      faults.push(`${key} speaks of a pair that is no more`);
    if (kind === 'nudge' && !members.some(({ id }) => id === about)) faults.push(`${key} is nobody's`);
  }
  return faults;
}
