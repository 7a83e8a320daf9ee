import { millisecondsInDay } from '../calendar/spans.ts';
import type { TeamsProof } from '../config/teams-proof.ts';

/** So long before its end it's time for another (days). */
const warnBeforeDays = 30;

/** What an operator should know of the certificate's end; null where a bot proves itself in another way. */
export function certificateEnd(
  proof: TeamsProof | undefined,
  now: number,
): { readonly fault: string | null; readonly note: string | null; readonly said: string } | null {
  if (proof?.by !== 'certificate') return null;
  const { expiresAt } = proof.certificate.value;
  const day = new Date(expiresAt).toISOString().slice(0, 10);
  const days = Math.floor((expiresAt - now) / millisecondsInDay);
  const another = 'Put another in its place: docs/teams.md, "A certificate instead of a secret".';
  const fault = expiresAt > now ? null : `MicrosoftAppCertificateFile ended on ${day}. ${another}`;
  const isNear = fault === null && days < warnBeforeDays;
  return {
    fault,
    note: isNear ? `MicrosoftAppCertificateFile ends in ${sayDays(days)}, on ${day}. ${another}` : null,
    said: `The certificate is good until ${day}.`,
  };
}

function sayDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
