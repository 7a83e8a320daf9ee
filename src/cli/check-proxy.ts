import http, { type RequestOptions } from 'node:http';
import https from 'node:https';
import type { Config } from '../config/config.ts';

/** A proxy that says nothing for so long won't serve anyone (milliseconds). */
const answersWithinMs = 5_000;

/** Whether the proxy lets out what is set up here: one sentence for each host that it doesn't. Never its password. */
export async function proxyFaults({ slack, teams, wayOut }: Config): Promise<string[]> {
  const { httpsProxy, noProxy } = wayOut;
  if (httpsProxy === null) return [];
  const wanted = [
    ...(slack === null ? [] : [new URL(slack.apiUrl ?? 'https://slack.com').hostname]),
    ...(teams?.credentials ? ['login.microsoftonline.com'] : []),
  ];
  const faults = wanted
    .filter((host) => !isDirect(host, noProxy))
    .map(async (host) => {
      const why = await whyNotThrough(new URL(httpsProxy), host);
      return why === null ? [] : [`The proxy of HTTPS_PROXY doesn't lead to ${host}: ${why}`];
    });
  return (await Promise.all(faults)).flat();
}

function isDirect(host: string, noProxy: string): boolean {
  const entries = noProxy.split(',').map((entry) => entry.trim().toLowerCase());
  return entries.some(
    (entry) =>
      entry === '*' || entry === host || (/^\*?\./.test(entry) && host.endsWith(entry.replace('*', ''))),
  );
}

function whyNotThrough(proxy: URL, host: string): Promise<string | null> {
  const options: RequestOptions = {
    method: 'CONNECT',
    host: proxy.hostname.replace(/^\[|\]$/g, ''),
    port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
    path: `${host}:443`,
    headers: { host: `${host}:443`, ...credentialsOf(proxy) },
    signal: AbortSignal.timeout(answersWithinMs),
    agent: false,
  };
  return new Promise((resolve) => {
    const asked = proxy.protocol === 'https:' ? https.request(options) : http.request(options);
    asked.on('connect', ({ statusCode }, socket) => {
      socket.destroy();
      resolve(statusCode === 200 ? null : said(statusCode));
    });
    asked.on('response', ({ statusCode }) => resolve(said(statusCode)));
    asked.on('error', ({ code, name }: NodeJS.ErrnoException) =>
      resolve(`it can't be reached (${code ?? name}).`),
    );
    asked.end();
  });
}

function said(status: number | undefined): string {
  if (status === 407) return 'it wants another name or password (407).';
  return `it answers ${status}. Ask who runs it to let Buddy's host out there.`;
}

function credentialsOf({ username, password }: URL): Record<string, string> {
  if (username === '') return {};
  const both = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(both).toString('base64')}` };
}
