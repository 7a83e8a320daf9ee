import { App, HTTPReceiver, LogLevel } from '@slack/bolt';

/**
 * The smallest Bolt app that answers a command: what a hospital's own weekend project would be. In JavaScript, as what is
 * measured against it does not strip types at a start either.
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
app.command('/buddy', async ({ ack }) => {
  const text = { type: 'mrkdwn', text: 'You have no buddy yet.' };
  await ack({ response_type: 'ephemeral', text: text.text, blocks: [{ type: 'section', text }] });
});
const server = await app.start(0);
console.log(`"port":${server.address().port}`);
