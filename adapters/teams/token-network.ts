import {
  AuthError,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-node';
import { type Json, list, object, string } from '../shared/json.ts';
import { aadCode, networkCode } from './error-code.ts';
import { NoToken } from './no-token.ts';
import type { Patience } from './patience.ts';

/**
 * How MSAL reaches the one that gives tokens: once, and given up in time. MSAL's own way waits without end. Whatever is no
 * success is thrown from here, since MSAL would refuse to ask again for a minute after an answer that says so.
 */
export class TokenNetwork implements INetworkModule {
  private readonly patience: Patience;

  constructor(patience: Patience) {
    this.patience = patience;
  }

  sendGetRequestAsync<T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    return this.ask<T>('GET', url, options);
  }

  sendPostRequestAsync<T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    return this.ask<T>('POST', url, options);
  }

  private async ask<T>(method: string, url: string, { headers = {}, body }: NetworkRequestOptions = {}) {
    const response = await fetch(url, {
      method,
      headers: { ...headers, accept: 'application/json' },
      body: body ?? null,
      redirect: 'error',
      signal: this.patience.signal(),
    }).catch((error: unknown) => {
      throw passedOn(new NoToken(networkCode(error), error));
    });
    const said = object(await response.json().catch(() => null));
    // A machine in Azure Arc first asks back, in this way.
    const asksBack = method === 'GET' && response.status === 401 && response.headers.has('www-authenticate');
    if (!response.ok && !asksBack) throw passedOn(new NoToken(refusalCode(response.status, said)));
    return { status: response.status, headers: Object.fromEntries(response.headers), body: said as T };
  }
}

/** MSAL passes on errors of its own kind alone: ours rides along as the cause. */
function passedOn(cause: NoToken): AuthError {
  return Object.assign(new AuthError('no_token', cause.code), { cause });
}

/** https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes */
function refusalCode(status: number, { error_codes, error_description }: Json): string {
  const [number] = list(error_codes);
  return typeof number === 'number'
    ? `AADSTS${number}`
    : (aadCode(string(error_description)) ?? `http_${status}`);
}
