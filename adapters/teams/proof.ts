import { readFile } from 'node:fs/promises';
import {
  type AuthenticationResult,
  ConfidentialClientApplication,
  type INetworkModule,
  ManagedIdentityApplication,
  type NodeAuthOptions,
} from '@azure/msal-node';
import { AuthenticationConstants } from 'botframework-connector';
import type { Secret } from '../../src/system/secret.ts';
import { NoToken, noTokenFor } from './no-token.ts';

/** With which the bot signs that it is itself. */
interface Certificate {
  /** In PEM. */
  readonly privateKey: string;
  /** In hexadecimal digits. */
  readonly thumbprintSha256: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** By what the bot proves who it is: a secret, a certificate, what its workload is known by, or the machine that it runs on. */
export type Proof =
  | { readonly by: 'secret'; readonly secret: Secret }
  | { readonly by: 'certificate'; readonly certificate: Secret<Certificate> }
  | { readonly by: 'federation'; readonly tokenFile: string }
  | { readonly by: 'machine' };

/** Asks Microsoft for a new token. */
export type Ask = () => Promise<AuthenticationResult | null>;

interface Way {
  readonly authority: string;
  readonly networkClient: INetworkModule;
}

const resource = AuthenticationConstants.ToChannelFromBotOAuthScope;

/** A secret or a certificate that is refused while another has taken its place is asked about once more, with that. */
export function askAs(appId: string, proof: Proof, way: Way): Ask {
  const asksWith = <Value>(held: Secret<Value>, proofOf: (value: Value) => Partial<NodeAuthOptions>): Ask => {
    let known: { readonly value: Value; readonly ask: Ask } | null = null;
    return () =>
      held.using((value) => {
        if (known?.value !== value) known = { value, ask: askOnce(appId, proofOf(value), way) };
        return known.ask();
      }, isRefusal);
  };
  switch (proof.by) {
    case 'secret':
      return asksWith(proof.secret, (clientSecret) => ({ clientSecret }));
    case 'certificate':
      return asksWith(proof.certificate, ({ privateKey, thumbprintSha256 }) => ({
        clientCertificate: { privateKey, thumbprintSha256 },
      }));
    case 'federation':
      return askOnce(appId, { clientAssertion: () => readAssertion(proof.tokenFile) }, way);
    case 'machine':
      return askMachine(appId, way.networkClient);
  }
}

function askOnce(clientId: string, proof: Partial<NodeAuthOptions>, { authority, networkClient }: Way): Ask {
  const app = new ConfidentialClientApplication({
    auth: { clientId, authority, ...proof },
    system: { networkClient, disableInternalRetries: true },
  });
  return () => app.acquireTokenByClientCredential({ scopes: [`${resource}/.default`], skipCache: true });
}

function askMachine(userAssignedClientId: string, networkClient: INetworkModule): Ask {
  const machine = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId },
    system: { networkClient, disableInternalRetries: true },
  });
  return () => machine.acquireToken({ resource, forceRefresh: true });
}

/** Kept nowhere: Kubernetes, or what else put it there, puts another there long before its end. */
async function readAssertion(path: string): Promise<string> {
  try {
    const text = (await readFile(path, 'utf8')).trim();
    if (text !== '') return text;
  } catch (error) {
    throw new NoToken(unreadableAssertion, error);
  }
  throw new NoToken(unreadableAssertion);
}

/** The code, in the log and in what an operator reads, for a file of a federated credential that can't be had. */
export const unreadableAssertion = 'federated_token_unreadable';

function isRefusal(error: unknown): boolean {
  return noTokenFor(error).code.startsWith('AADSTS');
}
