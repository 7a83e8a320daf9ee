import type { Secret } from '../system/secret.ts';
import { readTextFile } from '../system/text-file.ts';
import { type Certificate, readCertificate } from './certificate.ts';

/** By what the bot proves to Microsoft who it is. */
export type TeamsProof =
  | { readonly by: 'secret'; readonly secret: Secret }
  | { readonly by: 'certificate'; readonly certificate: Secret<Certificate> }
  /** Of a workload that Entra trusts; read again for each token. */
  | { readonly by: 'federation'; readonly tokenFile: string }
  /** The machine that Buddy runs on. */
  | { readonly by: 'machine' };

type Environment = Readonly<Record<string, string | undefined>>;

/** What's wrong with how the bot proves who it is: exactly one way must be set, and its files must be there. One sentence for each fault. */
export function proofFaults(environment: Environment): string[] {
  const said = (name: string): string => (environment[name] ?? '').trim();
  const [path, keyPath] = [said('MicrosoftAppCertificateFile'), said('MicrosoftAppCertificateKeyFile')];
  const ways = [
    ...['MicrosoftAppPassword', 'MicrosoftAppCertificateFile', 'AZURE_FEDERATED_TOKEN_FILE'].filter(said),
    ...(said('MicrosoftAppType') === 'UserAssignedMSI' ? ['MicrosoftAppType=UserAssignedMSI'] : []),
  ];
  if (keyPath !== '' && path === '') {
    return ['MicrosoftAppCertificateFile is missing, while MicrosoftAppCertificateKeyFile is set.'];
  }
  if (ways.length === 0) {
    return [
      'MicrosoftAppPassword is missing: a client secret of the app registration, its value and not its id. In its place there can be MicrosoftAppCertificateFile, AZURE_FEDERATED_TOKEN_FILE or MicrosoftAppType=UserAssignedMSI.',
    ];
  }
  if (ways.length > 1) {
    return [
      `${ways.join(' and ')} are set, and each is a way for the bot to prove who it is. Keep one of them.`,
    ];
  }
  if (path !== '') {
    const read = readCertificate(path, keyPath || null);
    return read.ok ? [] : [read.why];
  }
  return said('AZURE_FEDERATED_TOKEN_FILE') === '' ? [] : tokenFaults(said('AZURE_FEDERATED_TOKEN_FILE'));
}

function tokenFaults(path: string): string[] {
  const file = readTextFile(path);
  if (!file.ok) return [`AZURE_FEDERATED_TOKEN_FILE names ${path}${file.why}.`];
  return file.text.trim() === '' ? [`AZURE_FEDERATED_TOKEN_FILE names ${path}, which is empty.`] : [];
}
