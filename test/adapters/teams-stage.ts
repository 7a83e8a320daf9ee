import { toAddress } from '../../adapters/teams/address.ts';
import { createTeamsAdapter } from '../../adapters/teams/index.ts';
import { asCard } from '../../src/chat/say.ts';
import { Secret } from '../../src/system/secret.ts';
import type { Person } from '../support/teams/person.ts';
import { startTeams } from '../support/teams/stand-in.ts';
import type { Teams } from '../support/teams/teams.ts';
import { type Stage, stage } from './stage.ts';

/** The real adapter, with the real CloudAdapter in it, on a Teams of one's own. */
export interface TeamsStage extends Stage {
  readonly teams: Teams;
  /** The adapter's clock goes on by so much: less than five minutes, lest every token be old. */
  passes(ms: number): void;
}

/** `tenantId`: the only tenant that is served, null for any; by default the stand-in's. */
export async function stageTeams(
  options: { readonly authentication?: boolean; readonly tenantId?: string | null } = {},
): Promise<TeamsStage> {
  const authentication = options.authentication ?? true;
  const teams = await startTeams({ authentication });
  teams.person('ana', { name: 'Ana Silva', tz: 'Europe/Lisbon' });
  teams.person('rosa', { name: 'Rosa Díaz', tz: 'America/Denver' });
  let ahead = 0;
  const { appId, tenantId } = teams.identity;
  const proof = { by: 'secret', secret: new Secret(teams.env().MicrosoftAppPassword ?? '') } as const;
  const staged = await stage(teams, ({ log, refused }) =>
    createTeamsAdapter({
      credentials: authentication ? { appId, proof, type: 'SingleTenant', tenantId } : null,
      tenantId: options.tenantId === undefined ? tenantId : options.tenantId,
      secretExpires: null,
      takesIn: true,
      now: () => Date.now() + ahead,
      refused,
      log,
    }),
  );
  teams.connectTo(staged.server.url);
  return Object.assign(staged, {
    teams,
    passes(ms: number) {
      ahead += ms;
    },
  });
}

/** Deliveries on a stage that is there by the time they are made. */
export function deliveriesOn(stage: () => TeamsStage) {
  const refOf = ({ id }: Person) =>
    ({ platform: 'teams', workspace: stage().teams.identity.tenantId, id }) as const;
  const addressOf = (person: Person, serviceUrl = stage().teams.serviceUrl) =>
    toAddress({
      serviceUrl,
      conversation: person.conversation,
      bot: stage().teams.identity.botId,
      user: person.userId,
      tenant: stage().teams.identity.tenantId,
    });
  const deliver = (to: Person, address: string | null, words: string, replaces?: string) =>
    stage().adapter.deliver(
      { person: refOf(to), address },
      { card: asCard(words) },
      { key: 'k', ...(replaces === undefined ? {} : { replaces }) },
    );
  return {
    refOf,
    addressOf,
    send: (to: Person, address: string | null = addressOf(to), words = 'Hello & <welcome>') =>
      deliver(to, address, words),
    change: (to: Person, replaces: string, address: string | null = addressOf(to)) =>
      deliver(to, address, 'after', replaces),
    /** What Teams was asked, in order, but for signing in. */
    methods: () =>
      stage()
        .teams.calls.map(({ method }) => method)
        .filter((name) => !name.startsWith('login.')),
  };
}
