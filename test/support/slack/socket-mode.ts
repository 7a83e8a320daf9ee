import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { jsonOf, type Raw, type Route } from './http-route.ts';
import type { Fields } from './types.ts';

const PATH = '/socket';
const GOODBYE_MS = 500;

/** https://docs.slack.dev/apis/events-api/using-socket-mode#disconnect */
export type Goodbye = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

/** Slack's side of Socket Mode. */
export interface SocketMode {
  readonly route: Route;
  /** How many connections said hello and are open. */
  readonly connections: number;
  /** How many have said hello so far. */
  readonly greeted: number;
  /** `in turn`: each envelope goes to one connection. `to each`: to all, as when one is delivered again too soon. */
  spreads: 'in turn' | 'to each';
  /** What apps.connections.open answers: an address that serves for one connection. */
  open(host: string): { readonly ok: true; readonly url: string };
  /**
   * Asks the app to connect again, as Slack does every few hours, on the connection that is open the longest or on all;
   * or breaks them without a word.
   */
  disconnect(how?: Goodbye | 'break', which?: 'oldest' | 'all'): void;
  stop(): Promise<void>;
}

/** Lets `server` also play the Socket Mode server. */
export function createSocketMode(server: Server, appId: string, patienceMs: number): SocketMode {
  const sockets = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const open: WebSocket[] = [];
  const waiting = new Map<string, (payload: Fields) => void>();
  const numbers = new WeakMap<WebSocket, number>();
  let greeted = 0;
  const numberOf = (socket: WebSocket): number => numbers.get(socket) ?? 0;

  server.on('upgrade', (request, socket, head) => {
    const ticket = new URL(request.url ?? '/', 'http://local').searchParams.get('ticket') ?? '';
    if (!tickets.delete(ticket)) return socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
    // Slack leaves the TCP connection open after a goodbye on both sides; the client has to end it.
    socket.end = () => socket;
    socket.on('end', () => socket.destroy());
    sockets.handleUpgrade(request, socket, head, greet);
  });

  function greet(socket: WebSocket): void {
    greeted += 1;
    numbers.set(socket, greeted);
    open.push(socket);
    socket.on('close', () => open.splice(open.indexOf(socket), 1));
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => {
      const { envelope_id, payload } = jsonOf(String(data)) ?? {};
      waiting.get(`${envelope_id} ${numberOf(socket)}`)?.((payload ?? {}) as Fields);
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

  /** Of the answers that came, the one that says something. */
  async function transmit(body: string, id: string): Promise<Raw> {
    const ready = open.filter(isOpen);
    const chosen = mode.spreads === 'to each' ? ready : ready.slice(0, 1);
    if (chosen.length === 0)
      return { status: 0, body: null, text: 'no Socket Mode connection is open', ms: 0 };
    const [first] = chosen;
    if (first !== undefined) open.push(...open.splice(open.indexOf(first), 1));
    const answers = await Promise.all(chosen.map((socket) => ask(socket, body, id)));
    // Nobody acknowledged it before the connection ended: another one is tried.
    if (answers.every(({ text }) => text === closedBefore) && open.some(isOpen)) return transmit(body, id);
    const answered = answers.filter(({ status }) => status === 200);
    return answered.find(({ text }) => text !== '') ?? answered[0] ?? (answers[0] as Raw);
  }

  function ask(socket: WebSocket, body: string, id: string): Promise<Raw> {
    const start = performance.now();
    const ms = () => Math.round(performance.now() - start);
    const key = `${id} ${numberOf(socket)}`;
    return new Promise((resolve) => {
      const finish = (answer: Omit<Raw, 'ms'>) => {
        clearTimeout(timer);
        socket.off('close', closed);
        waiting.delete(key);
        resolve({ ...answer, ms: ms() });
      };
      const closed = () => finish({ status: 0, body: null, text: closedBefore });
      const late = () => finish({ status: 0, body: null, text: `no answer within ${patienceMs} ms` });
      const timer = setTimeout(late, patienceMs);
      socket.once('close', closed);
      waiting.set(key, (payload) => {
        const empty = Object.keys(payload).length === 0;
        finish({ status: 200, body: empty ? null : payload, text: empty ? '' : JSON.stringify(payload) });
      });
      socket.send(body);
    });
  }

  const mode: SocketMode = {
    spreads: 'in turn',
    get greeted() {
      return greeted;
    },
    get connections() {
      return open.filter(isOpen).length;
    },
    open(host) {
      const ticket = randomUUID();
      tickets.add(ticket);
      return { ok: true, url: `ws://${host}${PATH}/?ticket=${ticket}&app_id=${appId}` };
    },
    disconnect(how = 'refresh_requested', which = 'all') {
      const ready = open.filter(isOpen).sort((one, other) => numberOf(one) - numberOf(other));
      for (const socket of which === 'all' ? ready : ready.slice(0, 1)) {
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
  return mode;
}

const closedBefore = 'the connection closed before an answer';

const isOpen = (socket: WebSocket): boolean => socket.readyState === socket.OPEN;
