import type { Fault } from '../../adapters/playground/failures.ts';
import type { ChatMessage } from '../../adapters/playground/transcripts.ts';
import { refOf, ward } from '../../adapters/playground/ward.ts';
import { fallbackText, slashCommand } from '../../src/chat/fallback-text.ts';
import type { View } from '../../src/chat/view.ts';
import { startPlaygroundAdapter } from '../adapters/playground-adapter-stage.ts';
import { type Post, viewOnPage } from '../adapters/playground-view.ts';
import { describeAdapter } from './adapter-contract.ts';
import { everyCard, everyView } from './every-card.ts';
import type { Harness, Seen, Stage } from './stage.ts';

function seen(message: ChatMessage | undefined): Seen | null {
  if (message === undefined || message.card === null) return null;
  const labels = message.card.elements.flatMap((element) => {
    if (element.type === 'buttons') return element.buttons.map((button) => button.label);
    return element.type === 'choice' ? element.options.map((option) => option.label) : [];
  });
  const words = [fallbackText(message.card), ...labels].join('\n').trim();
  return { words, notification: message.notification };
}

const harness: Harness = async (receive) => {
  const { adapter, server, log } = await startPlaygroundAdapter(receive);

  let last: readonly [string, object] = ['', {}];
  let posts = 0;
  const send = (path: string, body: object) => {
    last = [path, body];
    return fetch(`${server.url}/playground/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  };
  const post = (path: string, body: object) => {
    posts += 1;
    return send(path, { person: 'ana', id: `ana-${posts}`, ...body });
  };
  const buddys = (isPrivate: boolean) =>
    adapter.chats.read('ana').filter((message) => message.from === 'buddy' && message.private === isPrivate);
  const privately = async (act: () => Promise<unknown>): Promise<Seen | null> => {
    const before = buddys(true).length;
    await act();
    return seen(buddys(true)[before]);
  };

  const failing = (name: Fault, why: Stage['failures'][number]['why']) => ({
    name,
    why,
    arrange: () => {
      adapter.conditions.fault = name;
    },
  });

  return {
    adapter: {
      ...adapter,
      deliver: (...delivery) => {
        const result = adapter.deliver(...delivery);
        Object.assign(adapter.conditions, { fault: 'none', deliveryMs: 0 });
        return result;
      },
    },
    log,
    person: refOf('ana'),
    colleague: refOf('ben'),
    stranger: refOf('nobody'),
    strangerIs: { unknown: true },
    addressOf: async () => null,
    writeCommand: slashCommand,
    profiles: ward.map(({ id, name, timeZone, language }) => ({
      person: refOf(id),
      profile: { name, timeZone, language, active: true, kind: 'person' },
    })),
    inbox: () => buddys(false).map((message) => seen(message) as Seen),
    command: (text) => privately(() => post('say', { text: `/buddy ${text}` })),
    press: (button) => privately(() => post('press', { message: buddys(false).at(-1)?.id ?? '', button })),
    async opensView(button) {
      const posted: Post = async (path, body) => (await (await post(path, body)).json()) as { view?: View };
      const { view } = await posted('press', { message: buddys(false).at(-1)?.id ?? '', button });
      if (view === undefined) throw new Error('no view came');
      return viewOnPage(posted, view);
    },
    async outsideViews() {
      const state = await fetch(`${server.url}/playground/state?person=ana`);
      return JSON.stringify([await state.json(), adapter.chats.written('ana')]);
    },
    redeliver: () => send(...last),
    async botsAct() {
      await post('say', { person: 'buddy', text: '/buddy status' });
      await post('press', { person: 'buddy', message: 'm1', button: 'help.show' });
      await post('press', { message: 'm1', button: 'help.show' });
    },
    failures: [
      failing('rate-limited', 'rate-limited'),
      failing('down', 'temporary'),
      failing('blocked', 'unreachable'),
      failing('refused', 'rejected'),
    ],
    slowDelivery(ms) {
      adapter.conditions.deliveryMs = ms;
    },
    cannotLookUp() {
      adapter.conditions.canLookUp = false;
    },
    complaints: () => [],
    close: () => server.close(),
  };
};

describeAdapter('playground', harness, everyCard, everyView);
