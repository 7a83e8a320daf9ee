import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';

/** The smallest bot on Microsoft's SDK: one sentence for every message, without authentication. */
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
    const answer = {
      status: (code: number) => response.writeHead(code),
      header() {},
      send: (text: unknown) => response.write(JSON.stringify(text)),
      end: () => response.end(),
      socket: response.socket,
    };
    void adapter.process(
      { body, headers: request.headers, method: request.method } as never,
      answer as never,
      async (context) => {
        await context.sendActivity('You have no buddy yet.');
      },
    );
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(`"port":${(server.address() as AddressInfo).port}`);
});
