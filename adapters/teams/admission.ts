import { isId } from '../../src/chat/id.ts';
import { type Json, object, string } from '../shared/json.ts';
import { requestDepth } from './limits.ts';
import { isWritten, tenantsOf } from './sender.ts';
import type { ServiceUrls } from './service-url.ts';

/** Who is let in. */
export interface Admission {
  /** Without authentication: what comes is believed, whatever its channel. */
  readonly isLocal: boolean;
  /** The only tenant that is served; null for any. */
  readonly tenantId: string | null;
  /** Where answers may be sent. */
  readonly serviceUrls: ServiceUrls;
}

/** What an authentic activity is turned away with, `code` for the log; null for one that may come in. */
export function refusalOf(
  activity: Json,
  { isLocal, tenantId, serviceUrls }: Admission,
): { readonly status: 400 | 403; readonly code: string } | null {
  if (!isActivity(activity)) return { status: 400, code: 'no_activity' };
  // Other channels are signed by the same keys, and some let the sender choose who they are.
  if (!isLocal && activity.channelId !== 'msteams') return { status: 403, code: 'other_channel' };
  if (tenantId !== null && !isOfTenant(activity, tenantId)) return { status: 403, code: 'foreign_tenant' };
  if (!serviceUrls.allows(activity.serviceUrl)) return { status: 403, code: 'foreign_service_url' };
  return null;
}

/** The least that is needed to know who says what, and where; and nothing nested beyond reason. */
function isActivity(activity: Json): boolean {
  const { id, aadObjectId } = object(activity.from);
  const names = [activity.type, object(activity.conversation).id, id];
  return (
    names.every((one) => isWritten(string(one))) &&
    isId(string(aadObjectId || id)) &&
    isWithin(activity, requestDepth)
  );
}

function isWithin(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((part) => isWithin(part, depth - 1));
}

function isOfTenant(activity: Json, tenantId: string): boolean {
  const tenants = tenantsOf(activity);
  return tenants.length > 0 && tenants.every((tenant) => tenant === tenantId.toLowerCase());
}
