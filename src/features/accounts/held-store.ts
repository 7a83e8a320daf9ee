import type { Executor } from '../../db/schema.ts';
import type { HeldCode } from '../codes/held-store.ts';

export function findLinkCodesOf(db: Executor, memberId: string): Promise<HeldCode[]> {
  return db
    .selectFrom('link_codes')
    .select(['created_at as madeAt', 'expires_at as worksUntil'])
    .where('member_id', '=', memberId)
    .execute();
}
