import type { ServerResponse } from 'node:http';
import { type Answer, refused } from './answer.ts';
import type { Backstage } from './backstage.ts';
import { safely } from './http-door.ts';
import { clockEveryMs, lookEveryMs, mostStreams } from './limits.ts';
import { words } from './words.en.ts';

/** Tells the pages that listen when there is something new to fetch. */
export class Live {
  private readonly streams = new Map<ServerResponse, string>();
  private readonly backstage: Pick<Backstage, 'now' | 'changes'>;
  private timers: readonly NodeJS.Timeout[] = [];
  private known: number | null = null;

  constructor(backstage: Pick<Backstage, 'now' | 'changes'>) {
    this.backstage = backstage;
  }

  open(person: string, response: ServerResponse): Answer | null {
    if (this.streams.size >= mostStreams) return refused(429, words.manyStreams);
    response.writeHead(200, {
      ...safely,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'close',
    });
    this.streams.set(response, person);
    response.on('close', () => {
      this.streams.delete(response);
      if (this.streams.size === 0) this.rest();
    });
    this.tell(response, person, 'clock');
    this.watch();
    return null;
  }

  /** Null when it concerns everyone: the curtain shows the whole ward's week. */
  changed(whose: string | null): void {
    for (const [response, person] of this.streams) {
      if (whose === null || whose === person) this.tell(response, person, 'changed');
    }
  }

  close(): void {
    this.rest();
    for (const response of this.streams.keys()) response.end();
    this.streams.clear();
  }

  /** Someone who is not on screen has an unread mark, so a change in any chat reaches every page within one look. */
  private watch(): void {
    if (this.timers.length > 0) return;
    this.timers = [
      setInterval(() => void this.look(), lookEveryMs).unref(),
      setInterval(() => {
        for (const [response, person] of this.streams) this.tell(response, person, 'clock');
      }, clockEveryMs).unref(),
    ];
  }

  private rest(): void {
    for (const timer of this.timers) clearInterval(timer);
    this.timers = [];
    this.known = null;
  }

  private async look(): Promise<void> {
    // Where the database can't be asked, /readyz says so; the next look may succeed.
    const changes = await this.backstage.changes().catch(() => this.known);
    const isNew = this.known !== null && changes !== this.known;
    this.known = changes;
    if (isNew) this.changed(null);
  }

  private tell(response: ServerResponse, person: string, event: 'changed' | 'clock'): void {
    response.write(`event: ${event}\ndata: ${JSON.stringify({ person, now: this.backstage.now() })}\n\n`);
  }
}
