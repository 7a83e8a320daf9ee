/** Every pure file, and the fast tests that speak for it. */
export const filesAndTests = [
  ...[
    'accounts',
    'checkins',
    'choosing',
    'codes',
    'figures',
    'invitations',
    'pairing',
    'privacy',
    'settings',
  ].map((room) => ({ file: `src/features/${room}/rules.ts`, tests: [`test/rules/${room}.test.ts`] })),
  ...['rules', 'cohort'].map((name) => ({
    file: `src/features/nudges/${name}.ts`,
    tests: ['test/rules/nudges.test.ts'],
  })),
  ...['rules', 'rotation'].map((name) => ({
    file: `src/features/questions/${name}.ts`,
    tests: ['test/rules/questions.test.ts'],
  })),
  ...['contacts', 'members'].map((room) => ({
    file: `src/people/${room}/rules.ts`,
    tests: [`test/rules/${room}.test.ts`],
  })),
  ...['config', 'platforms', 'variables'].map((name) => ({
    file: `src/config/${name}.ts`,
    tests: ['test/rules/config.test.ts', 'test/config.test.ts'],
  })),
  { file: 'src/db/database-url.ts', tests: ['test/rules/database-url.test.ts'] },
  ...['signature', 'text', 'failures', 'address'].map((name) => ({
    file: `adapters/slack/${name}.ts`,
    tests: [`test/rules/slack-${name}.test.ts`],
  })),
  ...['text', 'failures', 'address', 'admission', 'service-url'].map((name) => ({
    file: `adapters/teams/${name}.ts`,
    tests: [`test/rules/teams-${name}.test.ts`],
  })),
];
