/** Every pure file, and the fast tests that speak for it. */
export const filesAndTests = [
  ...[
    'accounts',
    'checkins',
    'choosing',
    'codes',
    'invitations',
    'nominations',
    'pages',
    'settings',
    'supporters',
  ].map((room) => ({
    file: `src/features/${room}/rules.ts`,
    tests: [`test/rules/${room}.test.ts`],
  })),
  ...['rules', 'cohort'].map((name) => ({
    file: `src/features/nudges/${name}.ts`,
    tests: ['test/rules/nudges.test.ts'],
  })),
  ...['rules', 'groups', 'parts', 'change', 'together', 'progress'].map((name) => ({
    file: `src/features/guard/${name}.ts`,
    tests: ['test/rules/guard.test.ts', 'test/rules/guard-parts.test.ts'],
  })),
  { file: 'src/calendar/periods.ts', tests: ['test/rules/periods.test.ts'] },
  {
    file: 'src/features/matching/rules.ts',
    tests: ['test/rules/matching.test.ts', 'test/rules/matching-properties.test.ts'],
  },
  ...['src/features/referrals/typed-person.ts', 'src/people/way-to-reach.ts'].map((file) => ({
    file,
    tests: ['test/rules/typed-person.test.ts'],
  })),
  // What the bank asks when is tried over ten simulated years: test/features/questions-bank.test.ts.
  { file: 'src/features/questions/rules.ts', tests: ['test/rules/questions.test.ts'] },
  ...['contacts', 'members'].map((room) => ({
    file: `src/people/${room}/rules.ts`,
    tests: [`test/rules/${room}.test.ts`],
  })),
  ...['admins', 'as-written', 'config', 'platforms', 'variables'].map((name) => ({
    file: `src/config/${name}.ts`,
    tests: ['test/rules/config.test.ts', 'test/rules/platforms.test.ts', 'test/config.test.ts'],
  })),
  ...['instant-text', 'iso-week', 'local-time', 'monday'].map((name) => ({
    file: `src/calendar/${name}.ts`,
    tests: ['test/rules/calendar.test.ts'],
  })),
  ...['remember', 'say', 'zoned'].map((name) => ({
    file: `src/calendar/${name}.ts`,
    tests: [`test/calendar/${name}.test.ts`],
  })),
  { file: 'src/features/referrals/a-name.ts', tests: ['test/rules/typed-person.test.ts'] },
  { file: 'src/people/roles/rules.ts', tests: ['test/rules/roles.test.ts'] },
  { file: 'src/chat/person.ts', tests: ['test/rules/person.test.ts'] },
  ...['id', 'forwarded', 'name'].map((name) => ({
    file: `src/chat/${name}.ts`,
    tests: [`test/rules/${name}.test.ts`],
  })),
  { file: 'src/people/cleaned.ts', tests: ['test/rules/cleaned.test.ts'] },
  { file: 'src/bot/near-command.ts', tests: ['test/rules/near-command.test.ts'] },
  { file: 'src/system/lately.ts', tests: ['test/rules/lately.test.ts'] },
  { file: 'src/outbox/message-kind.ts', tests: ['test/rules/message-kind.test.ts'] },
  ...['backoff', 'pace'].map((name) => ({
    file: `src/outbox/${name}.ts`,
    tests: [`test/outbox/${name}.test.ts`],
  })),
  { file: 'src/db/database-url.ts', tests: ['test/rules/database-url.test.ts'] },
  ...['signature', 'text', 'failures', 'address', 'admission'].map((name) => ({
    file: `adapters/slack/${name}.ts`,
    tests: [`test/rules/slack-${name}.test.ts`],
  })),
  ...['text', 'failures', 'address', 'admission', 'service-url'].map((name) => ({
    file: `adapters/teams/${name}.ts`,
    tests: [`test/rules/teams-${name}.test.ts`],
  })),
];
