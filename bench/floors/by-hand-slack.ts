import { LogLevel, WebClient } from '@slack/web-api';
import { postAll } from './post-all.ts';

/** The stock WebClient with its own retries. */
const web = new WebClient('xoxb-bare', {
  slackApiUrl: `${process.env.ORIGIN}/api/`,
  logLevel: LogLevel.ERROR,
});
const card = JSON.parse(process.env.CARD ?? '{}') as { text: string; blocks: [] };
await postAll((nth) => web.chat.postMessage({ channel: `D${nth}`, ...card }));
