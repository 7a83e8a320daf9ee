// Who may know who (docs/ARCHITECTURE.md). Each rule says in a sentence what to do instead.

const line = [
  'resources',
  'audit',
  'launch',
  'program',
  'guard',
  'tallies',
  'pages',
  'supporters',
  'matching',
  'roster',
  'nominations',
  'training',
  'gatherings',
  'referrals',
  'asking',
  'intake',
  'offers',
  'desk',
  'support',
  'pairing',
  'invitations',
  'codes',
  'accounts',
  'choosing',
  'unpaired',
  'thanks',
  'pulse',
  'questions',
  'checkins',
  'nudges',
  'figures',
  'alarms',
  'report',
  'case',
  'administration',
  'settings',
  'privacy',
  'home',
  'help',
];

/** A feature may not import from a room on its right. */
const featureLine = line.slice(0, -1).map((room, index) => ({
  name: `line-${room}`,
  comment: `Features form a line: ${room} stands left of what it imports here. Pass a function in, or move the shared part left.`,
  severity: 'error',
  from: { path: `^src/features/${room}/` },
  to: { path: `^src/features/(${line.slice(index + 1).join('|')})/` },
}));

export default {
  forbidden: [
    ...featureLine,
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'people-know-no-feature',
      comment:
        'Who acts and who reads stands left of every feature: pass a function in, or move the shared part left.',
      severity: 'error',
      from: { path: '^src/people/' },
      to: { path: '^src/(features|outbox/dispatcher|program)/' },
    },
    {
      name: 'chat-knows-nobody',
      comment: 'src/chat is the vocabulary: it imports nothing from outside the room.',
      severity: 'error',
      from: { path: '^src/chat/' },
      to: { pathNot: '^src/chat/', dependencyTypesNot: ['core', 'type-only'] },
    },
    {
      name: 'adapters-know-chat-only',
      comment:
        'An adapter speaks the vocabulary of src/chat, logs, reckons with time as the core does, and holds secrets that may change; it knows no feature, no database, no other adapter.',
      severity: 'error',
      from: { path: '^adapters/([^/]+)/' },
      to: {
        path: '^(src|adapters)/',
        pathNot: [
          '^src/chat/',
          '^src/system/(logger|within|lately|secret)\\.ts$',
          '^adapters/shared/',
          '^adapters/$1/',
        ],
      },
    },
    {
      name: 'platforms-stay-in-their-room',
      comment: 'A platform SDK is imported by its adapter alone.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: 'node_modules/(@slack|botbuilder|botframework|undici)' },
    },
    {
      name: 'teams-sdk-in-one-room',
      comment:
        'botbuilder is no longer maintained: it stays in adapters/teams, so that it can be replaced there.',
      severity: 'error',
      from: { pathNot: '^(adapters/teams|test)/' },
      to: { path: 'node_modules/(botbuilder|botframework)' },
    },
    {
      name: 'core-knows-no-adapter',
      comment:
        'Only parts.ts, which puts the program together, knows the adapters; and what stands behind the playground.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/program/parts\\.ts$', '^src/playground/'] },
      to: { path: '^adapters/' },
    },
    {
      name: 'sql-stays-in-stores',
      comment: 'SQL lives in store files, db/ and migrations/: everything else asks a store.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['store\\.ts$', '^src/db/'] },
      to: { path: 'node_modules/(kysely|better-sqlite3)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules are pure: no store, no clock, no logger. Pass in what they need.',
      severity: 'error',
      from: { path: '(rules|matching|typed-person)\\.ts$' },
      to: {
        path: '^src/(db|outbox|inbox|schedule|system|http|cli)/|store\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'cards-are-pure',
      comment: 'cards.ts draws what it is given. Read in the handler, then draw.',
      severity: 'error',
      from: { path: '(features|people)/.*cards\\.ts$' },
      to: { path: '^src/(db|outbox|inbox|schedule|system|http|cli)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'plumbing-knows-no-clinician',
      comment: 'outbox, inbox, schedule, http, db and system know no feature.',
      severity: 'error',
      from: { path: '^src/(outbox|inbox|schedule|http|db|system|calendar|content)/' },
      to: { path: '^src/(features|people)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sealing-knows-keys-only',
      comment: 'src/sealing holds keys: it knows no database, no log and nothing of what it seals.',
      severity: 'error',
      from: { path: '^src/sealing/' },
      to: {
        path: '^(src|adapters)/',
        pathNot: ['^src/sealing/', '^src/calendar/spans\\.ts$', '^src/system/ids\\.ts$'],
      },
    },
    {
      name: 'pictures-are-drawn-in-one-room',
      comment: 'd3 draws the report, in its draw-….ts files: everything else has numbers and words.',
      severity: 'error',
      from: { pathNot: '^src/features/report/draw-' },
      to: { path: 'node_modules/d3-' },
    },
    {
      name: 'pictures-are-loaded-when-drawn',
      comment:
        'The page with its pictures is imported where it is made, by `await import`: no start of the server and no other command reads d3.',
      severity: 'error',
      from: { path: '^(src|adapters)/', pathNot: '^src/features/(report|case)/' },
      to: { path: '^src/features/(report|case)/page\\.ts$', dynamic: false },
    },
    {
      name: 'dates-in-one-room',
      comment:
        'date-fns and temporal-polyfill are named in src/calendar alone, once each: for each file that names date-fns, a start reads 200 KB.',
      severity: 'error',
      from: { pathNot: '^src/calendar/(date-fns|zoned)\\.ts$' },
      to: { path: 'node_modules/(@date-fns|date-fns|temporal-polyfill)' },
    },
    {
      name: 'scripts-stand-outside',
      comment:
        'What serves is whole without scripts/: they need what only tests install, and most are in no release.',
      severity: 'error',
      from: { path: '^(src|adapters|migrations)/' },
      to: { path: '^scripts/' },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'A merged migration never changes, so it may not import what does.',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^(src|adapters)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
