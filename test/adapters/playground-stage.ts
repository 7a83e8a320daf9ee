import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HalfYear, HeldTable, WeekAccount } from '../../adapters/playground/backstage.ts';
import type { ChatMessage } from '../../adapters/playground/transcripts.ts';
import type { WardPerson } from '../../adapters/playground/ward.ts';
import type { Button, Card } from '../../src/chat/card.ts';
import { fallbackText } from '../../src/chat/fallback-text.ts';
import type { Form } from '../../src/chat/form.ts';
import type { View } from '../../src/chat/view.ts';
import { readConfig } from '../../src/config/config.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { startServer } from '../../src/program/server.ts';
import { createLog } from '../../src/system/logger.ts';

export interface State {
  readonly now: number;
  readonly people: readonly (WardPerson & { readonly unread: number })[];
  readonly person: string | null;
  readonly messages: readonly ChatMessage[];
  readonly home: Card | null;
  readonly fault: string;
  readonly halfYear: HalfYear;
  readonly commands: readonly { readonly command: string; readonly about: string }[];
}

export interface Posted {
  readonly status: number;
  readonly json: {
    readonly ok?: boolean;
    readonly now?: number;
    readonly error?: string;
    readonly form?: Form;
    readonly view?: View;
    readonly errors?: Readonly<Record<string, string>>;
  };
}

/** The whole program with nothing configured, spoken to as the page does. */
export interface PlaygroundStage {
  readonly url: string;
  readonly file: string;
  /** The story's own look into the same file. */
  readonly db: Database;
  state(person: string): Promise<State>;
  post(path: string, body: unknown): Promise<Posted>;
  say(person: string, text: string): Promise<Posted>;
  /** Presses the newest button whose id begins so, in whatever message of the chat. */
  press(person: string, button: string): Promise<Posted>;
  travel(step: string, person?: string): Promise<Posted>;
  held(person: string): Promise<readonly HeldTable[]>;
  account(): Promise<WeekAccount>;
  /** A request with these headers, as no browser would send it. */
  raw(method: string, path: string, headers: Record<string, string>, body?: string): Promise<number>;
  close(): Promise<void>;
}

/** On the real clock's `now`, from where it goes on. */
export async function openPlayground(now = '2026-12-03T12:00:00Z'): Promise<PlaygroundStage> {
  const folder = mkdtempSync(join(tmpdir(), 'buddy-playground-'));
  const file = join(folder, 'playground.db');
  const config = readConfig({
    DATABASE_URL: `sqlite:${join(folder, 'buddy.db')}`,
    PORT: '0',
    LOG_LEVEL: 'silent',
  });
  const ahead = Date.parse(now) - Date.now();
  const server = await startServer(config, createLog('silent', 1), { now: () => Date.now() + ahead });
  const url = `http://127.0.0.1:${server.port}`;
  const db = openDatabase(`sqlite:${file}`);

  const get = async <T>(path: string): Promise<T> => {
    const response = await fetch(`${url}/playground/${path}`);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return (await response.json()) as T;
  };
  const stage: PlaygroundStage = {
    url,
    file,
    db,
    state: (person) => get(`state?person=${person}`),
    held: (person) => get(`held?person=${person}`),
    account: () => get('account'),
    async post(path, body) {
      const response = await fetch(`${url}/playground/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { status: response.status, json: (await response.json()) as Posted['json'] };
    },
    say: (person, text) => stage.post('say', { person, text }),
    async press(person, button) {
      const { messages } = await stage.state(person);
      for (const message of messages.toReversed()) {
        const id = buttonsOf(message).find((one) => one.id.startsWith(button))?.id;
        if (id !== undefined) return stage.post('press', { person, message: message.id, button: id });
      }
      throw new Error(`There is no button ${button}.`);
    },
    travel: (step, person = 'ana') => stage.post('travel', { step, person }),
    raw: (method, path, headers, body) =>
      new Promise((resolve, reject) => {
        const { port } = new URL(url);
        const sent = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        });
        sent.on('error', reject);
        sent.end(body);
      }),
    async close() {
      await db.destroy();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return stage;
}

export function buttonsOf({ card }: Pick<ChatMessage, 'card'>): readonly Button[] {
  return card?.elements.flatMap((element) => (element.type === 'buttons' ? element.buttons : [])) ?? [];
}

export function textOf({ card, text }: Pick<ChatMessage, 'card' | 'text'>): string {
  return card === null ? (text ?? '') : fallbackText(card);
}

/** Waits for something that happens by itself. */
export async function until(isSo: () => Promise<boolean> | boolean, patienceMs = 10_000): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('Waited in vain.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
