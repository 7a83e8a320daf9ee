import { App, HTTPReceiver, LogLevel } from '@slack/bolt';

/**
 * The smallest Bolt app that answers a command, with ANSWER: what a hospital's own weekend project would be, without looking
 * anything up. In JavaScript, as what is measured against it doesn't strip types at a start either.
 */
const receiver = new HTTPReceiver({
  signingSecret: process.env.SLACK_SIGNING_SECRET ?? '',
  endpoints: ['/slack/events'],
  logLevel: LogLevel.ERROR,
});
const app = new App({
  receiver,
  logLevel: LogLevel.ERROR,
  tokenVerificationEnabled: false,
  authorize: async () => ({ botToken: 'xoxb-bare', botId: 'B0', botUserId: 'U0' }),
});
const answer = JSON.parse(process.env.ANSWER ?? '{"text":"You have no buddy yet."}');
app.command('/buddy', async ({ ack }) => {
  await ack(answer);
});
const server = await app.start(0);
console.log(`"port":${server.address().port}`);
