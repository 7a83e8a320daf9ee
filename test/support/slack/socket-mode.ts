import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { jsonOf, type Raw, type Route } from './http-route.ts';
import type { Fields } from './types.ts';

const PATH = '/socket';
const GOODBYE_MS = 500;

/** Slack's side of Socket Mode. */
export interface SocketMode {
  readonly route: Route;
  /** How many connections said hello and are open. */
  readonly connections: number;
  /** What apps.connections.open answers: an address that serves for one connection. */
  open(host: string): { readonly ok: true; readonly url: string };
  /** Asks the app to connect anew, as Slack does every few hours; or breaks the connections without a word. */
  disconnect(how?: 'refresh_requested' | 'break'): void;
  stop(): Promise<void>;
}

/** Lets `server` also play the Socket Mode server. Each envelope goes to one open connection, in turn. */
export function createSocketMode(server: Server, appId: string, patienceMs: number): SocketMode {
  const sockets = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const open: WebSocket[] = [];
  const waiting = new Map<string, (payload: Fields) => void>();

  server.on('upgrade', (request, socket, head) => {
    const ticket = new URL(request.url ?? '/', 'http://local').searchParams.get('ticket') ?? '';
    if (!tickets.delete(ticket)) return socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
    sockets.handleUpgrade(request, socket, head, greet);
  });

  function greet(socket: WebSocket): void {
    open.push(socket);
    socket.on('close', () => open.splice(open.indexOf(socket), 1));
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => {
      const { envelope_id, payload } = jsonOf(String(data)) ?? {};
      waiting.get(String(envelope_id))?.((payload ?? {}) as Fields);
    });
    const debug_info = { host: 'applink-stand-in', build_number: 1, approximate_connection_time: 18060 };
    const hello = {
      type: 'hello',
      num_connections: open.length,
      debug_info,
      connection_info: { app_id: appId },
    };
    socket.send(JSON.stringify(hello));
  }

  async function transmit(body: string, id: string): Promise<Raw> {
    const start = performance.now();
    const ms = () => Math.round(performance.now() - start);
    const socket = open.shift();
    if (!socket) return { status: 0, body: null, text: 'no Socket Mode connection is open', ms: 0 };
    open.push(socket);
    return new Promise((resolve) => {
      const finish = (answer: Omit<Raw, 'ms'>) => {
        clearTimeout(timer);
        socket.off('close', closed);
        waiting.delete(id);
        resolve({ ...answer, ms: ms() });
      };
      const closed = () => finish({ status: 0, body: null, text: 'the connection closed before an answer' });
      const late = () => finish({ status: 0, body: null, text: `no answer within ${patienceMs} ms` });
      const timer = setTimeout(late, patienceMs);
      socket.once('close', closed);
      waiting.set(id, (payload) => {
        const empty = Object.keys(payload).length === 0;
        finish({ status: 200, body: empty ? null : payload, text: empty ? '' : JSON.stringify(payload) });
      });
      socket.send(body);
    });
  }

  return {
    get connections() {
      return open.length;
    },
    open(host) {
      const ticket = randomUUID();
      tickets.add(ticket);
      return { ok: true, url: `ws://${host}${PATH}/?ticket=${ticket}&app_id=${appId}` };
    },
    disconnect(how = 'refresh_requested') {
      for (const socket of [...open]) {
        if (how === 'break') socket.terminate();
        else
          socket.send(
            JSON.stringify({ type: 'disconnect', reason: how, debug_info: { host: 'applink-stand-in' } }),
          );
      }
    },
    async stop() {
      // Closing properly first: a client of Slack's that is cut off while it closes holds its process for 30 s.
      for (const socket of sockets.clients) socket.close(1001);
      for (let waited = 0; waited < GOODBYE_MS && sockets.clients.size > 0; waited += 5) await sleep(5);
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
    route: {
      prepare(kind, payload, retry) {
        const events = { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' };
        const accepts_response_payload = kind !== 'events_api';
        const envelope = { envelope_id: randomUUID(), type: kind, accepts_response_payload, payload };
        const body = JSON.stringify(kind === 'events_api' ? { ...envelope, ...events } : envelope);
        return { kind, payload, headers: {}, body };
      },
      transmit: (sent) => transmit(sent.body, String(jsonOf(sent.body)?.envelope_id)),
    },
  };
}
