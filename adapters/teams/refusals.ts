import type { Refusal } from '../shared/gate.ts';
import type { Admission } from './admission.ts';

const clock =
  "Microsoft's tokens are of another time than this machine's: set its clock, and look after NTP.";

/** What it means when nothing else comes; any other code tells of a stranger. */
const aloneByCode: Readonly<Record<string, string>> = {
  other_audience:
    'Requests come to /api/messages, and all are for another bot than MicrosoftAppId: compare it with the app registration of the bot.',
  expired: clock,
  not_yet_valid: clock,
  foreign_tenant:
    'Activities come to /api/messages, and none from the tenant of MicrosoftAppTenantId: compare it with the directory (tenant) id in Entra.',
};

/** A token that isn't Microsoft's for this app. */
export function notAuthentic(code: string): Refusal {
  const message =
    code === 'keys_unavailable'
      ? "a request cannot be trusted: Microsoft's signing keys could not be fetched"
      : 'a request was refused: its token is not from Microsoft for this app';
  return { code, message, alone: aloneByCode[code] ?? null };
}

/** What isn't let in, though it may be Microsoft's. In local mode, where anyone may send anything, it means nothing more. */
export function notAdmitted(code: string, { isLocal }: Pick<Admission, 'isLocal'>): Refusal {
  return { code, message: 'an activity was refused', alone: isLocal ? null : (aloneByCode[code] ?? null) };
}
