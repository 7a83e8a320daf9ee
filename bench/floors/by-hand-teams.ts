import { ConnectorClient, MicrosoftAppCredentials } from 'botframework-connector';
import { postAll } from './post-all.ts';

/** The SDK's connector client with its own retries. */
MicrosoftAppCredentials.trustServiceUrl(process.env.ORIGIN ?? '');
const client = new ConnectorClient(MicrosoftAppCredentials.Empty, { baseUri: process.env.ORIGIN ?? '' });
const { text } = JSON.parse(process.env.CARD ?? '{}') as { text: string };
await postAll((nth) => client.conversations.sendToConversation(`a:${nth}`, { type: 'message', text }));
