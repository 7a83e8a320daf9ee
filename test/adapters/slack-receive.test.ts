import { expect, test } from '@jest/globals';
import { toInbound } from '../../adapters/slack/receive.ts';

const home = 'T0HOME';
const press = { type: 'block_actions', actions: [{ action_id: 'help.show' }] };
const view = { callback_id: 'pairing.invite', app_installed_team_id: home, state: { values: {} } };

/** The same person of an Enterprise Grid, by everything that Slack sends of them. */
const payloads = {
  'a command in a sibling workspace': { command: '/buddy', team_id: 'T0SIBLING', user_id: 'W0ANA' },
  'a press there': { ...press, team: { id: 'T0SIBLING' }, user: { id: 'W0ANA', team_id: 'T0ANAS' } },
  'a press where the app is installed for the whole enterprise': {
    ...press,
    team: null,
    user: { id: 'W0ANA', team_id: 'T0ANAS' },
  },
  'a form': { type: 'view_submission', view, team: null, user: { id: 'W0ANA' } },
  'the home page': {
    type: 'event_callback',
    team_id: 'T0ANAS',
    event: { type: 'app_home_opened', tab: 'home', user: 'W0ANA' },
  },
  'a profile that changed': {
    type: 'event_callback',
    team_id: home,
    event: { type: 'user_change', user: { id: 'W0ANA', team_id: 'T0ANAS', name: 'ana' } },
  },
};

test.each(Object.entries(payloads))('%s comes from the one Ana that there is', (_, payload) => {
  expect(toInbound(payload, home)?.from).toEqual({ platform: 'slack', workspace: home, id: 'W0ANA' });
});

test('a colleague she mentions or picks is in her own workspace', () => {
  const command = { command: '/buddy', team_id: 'T0SIBLING', user_id: 'W0ANA', text: '<@W0BEN|ben>' };
  expect(toInbound(command, home)).toMatchObject({ people: [{ workspace: home, id: 'W0BEN' }] });
  const values = { person: { person: { selected_user: 'W0BEN' } } };
  const form = { ...payloads['a form'], view: { ...view, state: { values } } };
  expect(toInbound(form, home)).toMatchObject({ answers: { person: { workspace: home, id: 'W0BEN' } } });
});

test('until the token’s workspace is known, the payload’s has to do', () => {
  const command = { command: '/buddy', team_id: home, user_id: 'W0ANA' };
  expect(toInbound(command, undefined)?.from.workspace).toBe(home);
});

test.each(['', 'W0 ANA', 'W0/ANA', 'W'.repeat(200), 'W0\u0000'])('%j is nobody', (id) => {
  expect(toInbound({ command: '/buddy', team_id: home, user_id: id }, home)).toBeNull();
});
