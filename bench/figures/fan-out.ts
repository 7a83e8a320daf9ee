import { renderMessage } from '../../adapters/slack/render-card.ts';
import { runChild, startChild } from '../child.ts';
import { type Figure, type Measured, median } from '../figure.ts';
import { sampleCard } from '../sample-card.ts';

const messages = 5_000;
const rounds = 5;

/** The contract's limit: so many deliveries of a workspace are on the way at a time. */
const inFlight = 8;

interface Speed {
  readonly perSecond: number;
}

/** A Monday's messages from the claim to the record, against Slack's client that keeps nothing. */
export const fanOut: Figure = {
  name: 'fan-out',
  title: `nudges claimed, delivered and recorded, ${inFlight} in flight`,
  inTheWay:
    'µs for each message, 380 in all: 127 in SQLite, some 100 of which wait for the disk (a commit of 0.3 to 1 ms for each eight messages, `synchronous=FULL`) while nothing may be on the way, since no more than eight may be unrecorded; 70 to render and send, 29 of them in the kernel; 30 to read answers; 30 for collecting garbage; 75 waiting for the server. The client on its pooled transport takes 230 to 310 and keeps nothing. With `synchronous=OFF`, tried once, Buddy takes 310 instead of 410 in the same sitting.',
  async measure(): Promise<readonly Measured[]> {
    const slack = await startChild('bench/floors/local-slack.ts', {}, /"port":(\d+)/);
    const card = sampleCard();
    const environment = {
      MESSAGES: String(messages),
      SLACK: `http://127.0.0.1:${slack.said}`,
      BUDDY_CARD: JSON.stringify(card),
      CARD: JSON.stringify(renderMessage(card)),
    };
    const client = (transport: string, concurrency: number) =>
      runChild<Speed>('bench/floors/web-client.ts', {
        ...environment,
        TRANSPORT: transport,
        CONCURRENCY: String(concurrency),
      });
    const played = { ours: [] as Speed[], stock: [] as Speed[], pooled: [] as Speed[] };
    try {
      for (let round = 0; round < rounds; round += 1) {
        played.stock.push(await client('stock', 50));
        played.pooled.push(await client('pooled', inFlight));
        played.ours.push(await runChild<Speed>('bench/subjects/fan-out.ts', environment));
      }
    } finally {
      await slack.stop();
    }
    const speed = (speeds: readonly Speed[]): number => median(speeds.map((one) => one.perSecond));
    const against = (floor: number, what: string, atLeast: number): Measured => ({
      what: 'messages a second',
      ours: speed(played.ours),
      floor,
      against: what,
      ratio: speed(played.ours) / floor,
      aim: { atLeast },
    });
    return [
      against(speed(played.stock), 'the stock WebClient, 50 at a time', 1.5),
      against(speed(played.pooled), `WebClient on a pooled transport, ${inFlight} at a time`, 0.8),
    ];
  },
};
