import type { Credentials } from './credentials.ts';
import { networkCode } from './error-code.ts';
import { type Proof, unreadableAssertion } from './proof.ts';

/** https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const aboutPassword: ReadonlySet<string> = new Set(['AADSTS7000215', 'AADSTS7000222', 'AADSTS7000216']);
const aboutAssertion: ReadonlySet<string> = new Set([
  ...['AADSTS700024', 'AADSTS700027', 'AADSTS700030', 'AADSTS50027', 'AADSTS70021'],
  ...['AADSTS700211', 'AADSTS700212', 'AADSTS700213', 'AADSTS700222', 'AADSTS7002138'],
]);
const aboutApp: ReadonlySet<string> = new Set([
  'AADSTS700016',
  'AADSTS7000112',
  'AADSTS7000229',
  'AADSTS900016',
]);
const aboutTenant: ReadonlySet<string> = new Set([
  'AADSTS90002',
  'AADSTS900021',
  'AADSTS900023',
  'AADSTS900024',
]);

/** Microsoft's login is busy or away, no matter who asks. */
const passing: ReadonlySet<string> = new Set(['AADSTS90033', 'AADSTS90024', 'AADSTS90090']);

/** Whether Microsoft's login refuses the bot itself, which only an operator can change. */
export function isAboutCredentials(code: string): boolean {
  return code.startsWith('AADSTS') && !passing.has(code);
}

/** What is wrong with the bot's credentials, for an operator. */
export function sayTrouble(by: 'login' | 'connector', code: string, { proof }: Credentials): string {
  if (by === 'connector') {
    return `Microsoft's connector refuses the bot (${code}): MicrosoftAppId is not the id of a bot with the channel Microsoft Teams.`;
  }
  if (aboutPassword.has(code) || (proof.by !== 'secret' && aboutAssertion.has(code))) {
    return sayRefusedProof(proof, code);
  }
  if (code === unreadableAssertion) {
    return 'AZURE_FEDERATED_TOKEN_FILE names a file that is missing, empty or kept from the user who runs Buddy, so Microsoft gives the bot no token.';
  }
  if (aboutApp.has(code)) {
    return `Microsoft refuses MicrosoftAppId (${code}): there is no such app in the tenant of MicrosoftAppTenantId, or it is disabled.`;
  }
  if (aboutTenant.has(code)) {
    return `Microsoft refuses MicrosoftAppTenantId (${code}): there is no such tenant.`;
  }
  if (code.startsWith('AADSTS')) {
    return `Microsoft gives the bot no token (${code}): look at MicrosoftAppId, ${nameOf[proof.by]} and MicrosoftAppTenantId.`;
  }
  if (proof.by === 'machine') {
    return `Microsoft gives the bot no token (${code}): MicrosoftAppType is UserAssignedMSI, and the managed identity of MicrosoftAppId cannot be used here.`;
  }
  return `Microsoft has not given the bot a token yet (${code}). login.microsoftonline.com must be reachable from here.`;
}

/** By what the bot proves who it is, as the settings call it. */
export const nameOf: Readonly<Record<Proof['by'], string>> = {
  secret: 'MicrosoftAppPassword',
  certificate: 'MicrosoftAppCertificateFile',
  federation: 'AZURE_FEDERATED_TOKEN_FILE',
  machine: 'MicrosoftAppType',
};

function sayRefusedProof({ by }: Proof, code: string): string {
  const refused = `Microsoft refuses ${nameOf[by]} (${code})`;
  switch (by) {
    case 'secret':
      return `${refused}: it is wrong, or has expired. Make a new client secret in Entra, and set its value (not its id).`;
    case 'certificate':
      return `${refused}: it has expired, or is not the one under "Certificates & secrets" of the app registration. Upload the certificate there, without its key.`;
    default:
      return `${refused}: the app registration has no federated credential with this issuer, subject and audience, or the token in the file is an old one.`;
  }
}

/** Without them no request can be told from a forged one. */
export function sayUnreachableKeys(error: unknown): string {
  return `Microsoft's signing keys cannot be had (${keysCode(error)}), so that no request from Teams can be verified. login.botframework.com must be reachable from here.`;
}

/** Why they can't be had, for the log. */
export function keysCode(error: unknown): string {
  return networkCode((error as Error).cause ?? error);
}
