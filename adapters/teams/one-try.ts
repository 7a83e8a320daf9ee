import https from 'node:https';
import type { PipelinePolicy, PipelineResponse } from '@azure/core-rest-pipeline';
import type { Patience } from './patience.ts';

/** Something on the way, such as a hospital's proxy, has answered in the connector's place. */
export class NotTheConnector extends Error {
  override readonly name = 'NotTheConnector';
  readonly code = 'not_the_connector';
}

/**
 * A request of the SDK's goes out as it is, by the way that Node's own agent takes (a proxy, where the hospital has one), is given
 * up in time, and only the connector itself may answer it.
 */
export function oneTry(patience: Patience): PipelinePolicy {
  return {
    name: 'oneTry',
    async sendRequest(request, next) {
      request.abortSignal = patience.signal();
      if (request.url.startsWith('https:')) request.agent = https.globalAgent;
      const received = await next(request);
      if (isPage(received)) throw new NotTheConnector();
      return received;
    },
  };
}

/** The connector speaks JSON, or says nothing. How long to wait is worth hearing from anyone. */
function isPage({ status, bodyAsText }: PipelineResponse): boolean {
  return status !== 429 && bodyAsText?.trimStart().startsWith('<') === true;
}
