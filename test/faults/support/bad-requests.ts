import { post } from '../../support/slack/http-route.ts';
import { FORM, signedRequest, forgeries as slackForgeries } from '../../support/slack/signer.ts';
import type { Sent as SlackSent } from '../../support/slack/types.ts';
import { type Bearer, forgeries as teamsForgeries, teamsHeaders } from '../../support/teams/tokens.ts';
import type { Sent as TeamsSent } from '../../support/teams/types.ts';
import type { Thrown } from './bad-connections.ts';
import type { Chance } from './chance.ts';
import { damaged, misshapen, scrambled } from './damage.ts';

/** What people really sent; `…Reads` are those that write nothing, so that they may be changed and rightly signed. */
export interface Recorded {
  readonly slack: SlackSent[];
  readonly slackReads: SlackSent[];
  readonly teams: TeamsSent[];
  readonly teamsReads: TeamsSent[];
  readonly secrets: { readonly signingSecret: string };
  readonly bearer: Bearer;
}

interface Bad {
  readonly path: '/slack/events' | '/api/messages';
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const slackPath = '/slack/events';
const teamsPath = '/api/messages';
const json = 'application/json';

const kinds: Readonly<Record<string, (recorded: Recorded, chance: Chance) => Bad>> = {
  'a replay to Slack’s door': ({ slack }, chance) => again(chance.oneOf(slack), slackPath),
  'a replay to Teams’ door': ({ teams }, chance) => again(chance.oneOf(teams), teamsPath),
  'a forged signature': ({ slack, secrets }, chance) => {
    const { body, headers } = chance.oneOf(slack);
    const forged = slackForgeries(secrets.signingSecret, body, headers['content-type']);
    return { path: slackPath, body, headers: chance.oneOf(Object.values(forged)) };
  },
  'a forged token': ({ teams, bearer }, chance) => {
    const { body } = chance.oneOf(teams);
    return { path: teamsPath, body, headers: chance.oneOf(Object.values(teamsForgeries(bearer))) };
  },
  'a changed body under an old signature': ({ slack }, chance) => {
    const { body, headers } = chance.oneOf(slack);
    return { path: slackPath, body: scrambled(body, chance), headers };
  },
  'a changed body without a token': ({ teams }, chance) => {
    const { body } = chance.oneOf(teams);
    return { path: teamsPath, body: scrambled(body, chance), headers: { 'content-type': json } };
  },
  'a cut body, rightly signed': ({ slack, secrets }, chance) => {
    const { body, headers } = chance.oneOf(slack.filter((one) => one.kind !== 'slash_commands'));
    const type = headers['content-type'] ?? FORM;
    return signed(body.slice(0, chance.between(0, body.length - 40)), type, secrets.signingSecret);
  },
  'a cut body, with a right token': ({ teams, bearer }, chance) => {
    const { body } = chance.oneOf(teams);
    return tokened(body.slice(0, chance.between(0, body.length - 1)), bearer);
  },
  'a shape of its own, rightly signed': ({ secrets }, chance) => {
    const text = misshapen(chance);
    const isForm = chance.isSo(0.5);
    const body = isForm ? new URLSearchParams({ payload: text }).toString() : text;
    return signed(body, isForm ? FORM : json, secrets.signingSecret);
  },
  'a shape of its own, with a right token': ({ bearer }, chance) => tokened(misshapen(chance), bearer),
  'a question with damaged parts, rightly signed': ({ slackReads, secrets }, chance) => {
    const { kind, payload, headers } = chance.oneOf(slackReads);
    const spoilt = damaged(payload, chance);
    const body =
      kind === 'events_api'
        ? JSON.stringify(spoilt)
        : new URLSearchParams(
            Object.entries(spoilt as object).map(([name, value]): [string, string] => [name, textOf(value)]),
          );
    return signed(String(body), headers['content-type'] ?? FORM, secrets.signingSecret);
  },
  'a question with damaged parts, with a right token': ({ teamsReads, bearer }, chance) => {
    // Who someone is and how to reach them is news when it is told with a right token; the rest may be anything.
    const { from, recipient, conversation, serviceUrl, localTimezone, entities, ...rest } =
      chance.oneOf(teamsReads).activity;
    const whole = {
      from,
      recipient,
      conversation,
      serviceUrl,
      localTimezone,
      entities,
      ...(damaged(rest, chance) as object),
    };
    return tokened(JSON.stringify(whole), bearer);
  },
  'another tenant': ({ teams, bearer }, chance) => {
    const { activity } = chance.oneOf(teams);
    const tenantId = '00000000-0000-4000-8000-00000000bad0';
    const conversation = { ...(activity.conversation as object), tenantId };
    return tokened(
      JSON.stringify({ ...activity, conversation, channelData: { tenant: { id: tenantId } } }),
      bearer,
    );
  },
  'answers wanted elsewhere': ({ teams, bearer }, chance) => {
    const serviceUrl = chance.oneOf([
      'https://evil.example/',
      'file:///etc/passwd',
      'http://169.254.169.254/',
      '',
    ]);
    return tokened(JSON.stringify({ ...chance.oneOf(teams).activity, serviceUrl }), {
      ...bearer,
      serviceUrl,
    });
  },
  'without who, where or what': ({ teams, bearer }, chance) => {
    const { [chance.oneOf(['type', 'conversation', 'from'])]: _, ...rest } = chance.oneOf(teams).activity;
    return tokened(JSON.stringify(rest), bearer);
  },
  'a huge body to Slack’s door': ({ secrets }, chance) =>
    signed(`{"type":"${'x'.repeat(chance.between(100_000, 3_000_000))}"}`, json, secrets.signingSecret),
  'a huge body to Teams’ door': ({ bearer }, chance) =>
    tokened(`{"type":"message","text":"${'x'.repeat(chance.between(100_000, 3_000_000))}"}`, bearer),
  'a body of another kind': ({ secrets }, chance) =>
    signed(
      '<xml/>',
      chance.oneOf(['text/xml', 'multipart/form-data; boundary=x', '', 'a/b/c']),
      secrets.signingSecret,
    ),
};

const names = Object.keys(kinds);
/** Costly for those who send them, too: one in fifty. */
const huge = names.filter((name) => name.startsWith('a huge'));

export async function badRequest(url: string, recorded: Recorded, chance: Chance): Promise<Thrown> {
  const what = chance.oneOf(chance.isSo(0.02) ? huge : names.filter((name) => !huge.includes(name)));
  const make = kinds[what];
  if (make === undefined) throw new Error(`there is no ${what}`);
  const { path, body, headers } = make(recorded, chance);
  const { status } = await post(new URL(path, url), body, headers, 15_000);
  return { what, statuses: [status] };
}

function again(
  sent: { readonly body: string; readonly headers: Readonly<Record<string, string>> },
  path: Bad['path'],
): Bad {
  return { path, body: sent.body, headers: sent.headers };
}

function signed(body: string, contentType: string, secret: string): Bad {
  return { path: slackPath, body, headers: signedRequest(secret, body, { contentType }) };
}

function tokened(body: string, bearer: Bearer): Bad {
  return { path: teamsPath, body, headers: teamsHeaders(bearer) };
}

/** Of an object, too, that has no text of its own. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
