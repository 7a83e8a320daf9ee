import type { Credentials } from './credentials.ts';
import { networkCode } from './error-code.ts';

/** https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const aboutPassword: ReadonlySet<string> = new Set(['AADSTS7000215', 'AADSTS7000222', 'AADSTS7000216']);
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
export function sayTrouble(by: 'login' | 'connector', code: string, { type }: Credentials): string {
  if (by === 'connector') {
    return `Microsoft's connector refuses the bot (${code}): MicrosoftAppId is not the id of a bot with the channel Microsoft Teams.`;
  }
  if (aboutPassword.has(code)) {
    return `Microsoft refuses MicrosoftAppPassword (${code}): it is wrong, or has expired. Make a new client secret in Entra, and set its value (not its id).`;
  }
  if (aboutApp.has(code)) {
    return `Microsoft refuses MicrosoftAppId (${code}): there is no such app in the tenant of MicrosoftAppTenantId, or it is disabled.`;
  }
  if (aboutTenant.has(code)) {
    return `Microsoft refuses MicrosoftAppTenantId (${code}): there is no such tenant.`;
  }
  if (code.startsWith('AADSTS')) {
    return `Microsoft gives the bot no token (${code}): look at MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId.`;
  }
  if (type === 'UserAssignedMSI') {
    return `Microsoft gives the bot no token (${code}): MicrosoftAppType is UserAssignedMSI, and the managed identity of MicrosoftAppId cannot be used here.`;
  }
  return `Microsoft has not given the bot a token yet (${code}). login.microsoftonline.com must be reachable from here.`;
}

/** Without them no request can be told from a forged one. */
export function sayUnreachableKeys(error: unknown): string {
  return `Microsoft's signing keys cannot be had (${keysCode(error)}), so that no request from Teams can be verified. login.botframework.com must be reachable from here.`;
}

/** Why they can't be had, for the log. */
export function keysCode(error: unknown): string {
  return networkCode((error as Error).cause ?? error);
}
