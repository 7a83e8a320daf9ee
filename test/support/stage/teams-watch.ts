import type { Fault } from '../teams/faults.ts';
import type { Teams } from '../teams/teams.ts';
import type { Watch } from './stage.ts';

const faults: readonly Fault[] = [
  { kind: 'rate-limited', retryAfter: 1 },
  { kind: 'server-error', status: 503 },
  { kind: 'drop-after-delivery' },
  { kind: 'accepted' },
  { kind: 'drop-before' },
];

/** Everything that Buddy sends to Teams: its calls to the connector, and what it answers to what comes, but for dialogs. */
export function watchTeams(teams: Teams, url: () => string): Watch {
  const answers: string[] = [];
  let seen = 0;
  const send = teams.send.bind(teams);
  teams.send = async (activity) => {
    const raw = await send(activity);
    if (!/^task\//.test(String(activity.name))) answers.push(raw.text);
    return raw;
  };
  return {
    sent: () => [
      ...teams.calls
        .slice(seen)
        // Asks Teams who someone is, and nobody reads it.
        .filter(({ method }) => !/^(login\.|getConversationMember)/.test(method))
        .map(({ method, path, body }) => JSON.stringify([method, path, body])),
      ...answers,
    ],
    // Who hasn't got the app can't be picked.
    async newcomers(names) {
      const people = names.map((name) => teams.person(name, { name, tz: 'America/New_York' }));
      for (const one of people) await one.installs();
      await teams.quiet();
      answers.length = 0;
      seen = teams.calls.length;
      return people.map(({ id }) => ({ platform: 'teams', workspace: teams.identity.tenantId, id }));
    },
    spoil: (nth) => teams.fault('sendToConversation', faults[nth % faults.length] as Fault),
    numbers: async () => (await fetch(`${url()}/metrics`)).text(),
  };
}
