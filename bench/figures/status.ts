import { FORM, signedRequest } from '../../test/support/slack/signer.ts';
import { type Child, processorMs, runChild, startChild } from '../child.ts';
import { compared, type Figure, inTurns, type Measured, sideBySide } from '../figure.ts';
import { asBytes, drive, type Load } from '../load.ts';
import { withFolder } from '../with-folder.ts';
import { driveByWrk } from '../wrk.ts';

const requestsARound = 12_000;
const connections = 16;
const rounds = 5;
const proofRounds = 8;
const requestsAProof = 6_000;
const members = 2_000;
const secret = 'a-signing-secret';
const against = 'a bare Bolt app that answers the same bytes';

/** `/buddy status` of a member with a buddy over signed HTTP, against a bare Bolt app that knows the answer beforehand. */
export const status: Figure = {
  name: 'status',
  measure: () =>
    withFolder(async (folder): Promise<readonly Measured[]> => {
      const database = `sqlite:${folder}/buddy.db`;
      await runChild('bench/subjects/members-in.ts', { DATABASE: database, MEMBERS: String(members) });
      const slack = await startChild('bench/floors/local-slack.ts', {}, /"port":(\d+)/);
      const environment = {
        SLACK_BOT_TOKEN: 'xoxb-bench',
        SLACK_SIGNING_SECRET: secret,
        SLACK_API_URL: `http://127.0.0.1:${slack.said}/api/`,
        PORT: '0',
      };
      const buddy = await startChild(
        'src/main.ts',
        { ...environment, DATABASE_URL: database },
        /"port":(\d+)/,
      );
      const { body: answer } = await drive(Number(buddy.said), requests(1), 1);
      if (!answer.includes('Person 1')) throw new Error(`not a status with a buddy: ${answer}`);
      const bare = await startChild(
        'bench/floors/bare-bolt.mjs',
        { ...environment, ANSWER: answer },
        /"port":(\d+)/,
      );
      try {
        const load = (child: Child) => async () => {
          const before = processorMs(child);
          const driven = await drive(Number(child.said), requests(requestsARound), connections);
          return { ...driven, microseconds: ((processorMs(child) - before) * 1_000) / requestsARound };
        };
        const played = await inTurns(rounds, load(buddy), load(bare));
        const proof = await besideWrk(Number(bare.said), folder);
        return [
          compared(played, (load) => load.perSecond, {
            what: 'answers a second',
            against,
            best: 'most',
            aim: { atLeast: 0.5 },
          }),
          compared(played, (load) => load.p50, { what: 'p50, ms', against, best: 'least', aim: null }),
          compared(played, (load) => load.p99, {
            what: 'p99, ms',
            against,
            best: 'least',
            aim: { atMost: 2.5 },
          }),
          compared(played, (load) => load.microseconds, {
            what: 'µs of processor time for an answer',
            against,
            best: 'least',
            aim: { atMost: 2 },
          }),
          ...proof,
        ];
      } finally {
        await Promise.all([buddy, bare, slack].map((child) => child.stop()));
      }
    }),
};

/** That the generator isn't what is measured: it gets as much out of the bare app as wrk does, and has most of a core left. */
async function besideWrk(port: number, folder: string): Promise<readonly Measured[]> {
  const [byUs, byWrk]: [Load[], number[]] = [[], []];
  for (let round = 0; round < proofRounds; round += 1) {
    byUs.push(await drive(port, requests(requestsAProof), connections));
    const perSecond = await driveByWrk(port, aCommand(0), { connections, folder });
    if (perSecond !== null) byWrk.push(perSecond);
  }
  const share = {
    what: "the generator's share of a core",
    ...sideBySide(Math.max(...byUs.map((load) => load.ownShare)), 1),
    against: 'all of one',
    aim: null,
  };
  if (byWrk.length === 0) {
    console.error('skipped: beside wrk, since it is not installed');
    return [share];
  }
  const rate = {
    what: 'the bare app by this generator, answers a second',
    ...sideBySide(Math.max(...byUs.map((load) => load.perSecond)), Math.max(...byWrk)),
    against: 'the bare app by wrk',
    aim: { atLeast: 0.95 },
  };
  return [rate, share];
}

/** Signed before they are sent: the load must not spend its time on signing. */
function requests(count: number): readonly Buffer[] {
  return Array.from({ length: count }, (_, nth) => {
    const { path, headers, body } = aCommand(nth);
    return asBytes(path, headers, body);
  });
}

function aCommand(nth: number) {
  const body = new URLSearchParams({
    command: '/buddy',
    text: 'status',
    team_id: 'T0',
    user_id: `U${nth % members}`,
    channel_id: 'D0',
    trigger_id: `${Date.now()}.${nth}`,
    response_url: 'http://127.0.0.1:9/nowhere',
  }).toString();
  return { path: '/slack/events', headers: signedRequest(secret, body, { contentType: FORM }), body };
}
