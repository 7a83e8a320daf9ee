import type { Fault } from '../slack/faults.ts';
import type { Slack } from '../slack/slack.ts';
import type { Watch } from './stage.ts';

/** These open what's kept nowhere; the last asks Slack who someone is, and nobody reads it. */
const unseen = ['views.open', 'views.update', 'views.push', 'users.info'];

const faults: readonly Fault[] = [
  { kind: 'rate-limited', retryAfter: 1 },
  { kind: 'server-error' },
  { kind: 'drop-after-delivery' },
  { kind: 'server-error', delivers: true },
  { kind: 'drop-before' },
];

/** Everything that Buddy sends to Slack: its calls, and what it answers to commands and presses. */
export function watchSlack(slack: Slack, url: () => string): Watch {
  const answers: string[] = [];
  const send = slack.send.bind(slack);
  slack.send = async (kind, payload) => {
    const raw = await send(kind, payload);
    // A view that was sent in is answered by the next one.
    if (!/^(update|push)$/.test(String(raw.body?.response_action))) answers.push(raw.text);
    return raw;
  };
  return {
    sent: () => [
      ...slack.calls
        .filter(({ method }) => !unseen.includes(method))
        .map(({ method, args }) => JSON.stringify([method, args])),
      ...answers,
    ],
    newcomers: async (names) =>
      names.map((name, nth) => {
        const { id } = slack.person(`U0NEW${nth}NEW`, { name, tz: 'America/New_York' });
        return { platform: 'slack', workspace: slack.identity.teamId, id };
      }),
    spoil: (nth) => slack.fault('chat.postMessage', faults[nth % faults.length] as Fault),
    numbers: async () => (await fetch(`${url()}/metrics`)).text(),
  };
}
