import { WebClient } from '@slack/web-api';
import { createTransport } from '../../adapters/slack/client.ts';
import { quietLogger } from '../quiet-logger.ts';

/**
 * Posts MESSAGES messages, CONCURRENCY at a time, and prints how many a second. TRANSPORT: `stock` is the SDK's client
 * as it comes, `pooled` the same client on the transport that Buddy gives it; neither keeps anything.
 */
const count = Number(process.env.MESSAGES);
const concurrency = Number(process.env.CONCURRENCY);
const slackApiUrl = `${process.env.SLACK}/api/`;
const web =
  process.env.TRANSPORT === 'stock'
    ? new WebClient('xoxb-bare', { slackApiUrl })
    : createTransport({ token: 'xoxb-bare', apiUrl: slackApiUrl, logger: quietLogger }).web;

const card = JSON.parse(process.env.CARD ?? '{}') as { text: string; blocks: [] };
let next = 0;
const work = async (until: number): Promise<void> => {
  while (next < until) {
    next += 1;
    await web.chat.postMessage({ channel: 'D0', ...card });
  }
};
const post = (until: number): Promise<unknown> =>
  Promise.all(Array.from({ length: concurrency }, () => work(until)));
const warmUp = Math.floor(count / 10);
await post(warmUp);
const startedAt = performance.now();
await post(warmUp + count);
console.log(JSON.stringify({ perSecond: (count * 1000) / (performance.now() - startedAt) }));
process.exit(0);
