import { createRequire } from 'node:module';
import type { HttpClient, HttpMethods, Pipeline, PipelineResponse } from '@azure/core-rest-pipeline';
import { type Json, object, objectIn, string } from '../shared/json.ts';
import type { Place } from './address.ts';
import type { OneCredential } from './credentials.ts';
import { oneTry } from './one-try.ts';
import type { Patience } from './patience.ts';

// Not an import: that would load it a second time, as modules, beside the one that the SDK requires.
const sdk = createRequire(import.meta.url)(
  '@azure/core-rest-pipeline',
) as typeof import('@azure/core-rest-pipeline');

/** Which chat, and at whose connector. The service URL is one that is allowed. */
export type Chat = Pick<Place, 'serviceUrl' | 'conversation'>;

/**
 * Sends and changes messages as the SDK's connector client does, over the same pipeline of Microsoft's and with the same errors,
 * but without what that client prepares for each call, which takes twice as long as the call (docs/decisions/0016). Throws
 * `RestError`, `NotTheConnector`, or what is thrown for want of a token.
 */
export class Messages {
  private readonly credential: OneCredential;
  private readonly pipeline: Pipeline = sdk.createEmptyPipeline();
  private readonly network: HttpClient = sdk.createDefaultHttpClient();

  constructor(credential: OneCredential, patience: Patience) {
    this.credential = credential;
    const policies = [
      sdk.decompressResponsePolicy(),
      sdk.userAgentPolicy({ userAgentPrefix: 'Microsoft-BotFramework/3.1' }),
      sdk.setClientRequestIdPolicy(),
      oneTry(patience),
    ];
    for (const policy of policies) this.pipeline.addPolicy(policy);
  }

  /** A new message; what Microsoft says of it, its id. `answered` is the activity that it is the answer to. */
  send(chat: Chat, message: object, answered?: string): Promise<Json> {
    return this.call('POST', urlOf(chat, answered), message);
  }

  change(chat: Chat, id: string, message: object): Promise<Json> {
    return this.call('PUT', urlOf(chat, id), message);
  }

  private async call(method: HttpMethods, url: URL, message: object): Promise<Json> {
    const signature = await this.credential.headers();
    const request = sdk.createPipelineRequest({
      url: url.href,
      method,
      headers: sdk.createHttpHeaders({
        accept: '*/*',
        'content-type': 'application/json; charset=utf-8',
        ...signature,
      }),
      body: JSON.stringify(message),
      // A token never goes out in the clear: only in local mode, where there is none, may it be http.
      allowInsecureConnection: !('authorization' in signature),
    });
    const response = await this.pipeline.sendRequest(this.network, request);
    if (response.status >= 200 && response.status < 300) return objectIn(response.bodyAsText ?? '');
    throw refusal(response);
  }
}

/** https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#conversation-operations */
function urlOf({ serviceUrl, conversation }: Chat, activity?: string): URL {
  const url = new URL(serviceUrl);
  const chat = `${url.pathname.replace(/\/$/, '')}/v3/conversations/${encodeURIComponent(conversation)}`;
  url.pathname = `${chat}/activities${activity === undefined ? '' : `/${encodeURIComponent(activity)}`}`;
  return url;
}

/** Microsoft's code stands in the answer's `error`; some gateways before it leave that out. */
function refusal(response: PipelineResponse): Error {
  const said = objectIn(response.bodyAsText ?? '');
  const code = string(object(said.error).code) || string(said.code);
  const { status: statusCode, request } = response;
  return new sdk.RestError('refused', { statusCode, request, response, ...(code === '' ? {} : { code }) });
}
