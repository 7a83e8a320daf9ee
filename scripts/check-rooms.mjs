// The dependency rule, and the small rules of the house that imports cannot show. Fails when it sees no modules:
// a rule that looks at nothing is always content.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import config from '../.dependency-cruiser.mjs';

const { output } = await cruise(['src', 'adapters', 'migrations'], {
  ...config.options,
  validate: true,
  ruleSet: config,
});
const faults = output.summary.violations.map(
  (violation) =>
    `${violation.from} -> ${violation.to}: ${violation.rule.name}. ${commentOf(violation.rule.name)}`,
);

const files = ['src', 'adapters', 'migrations', 'test', 'bench', 'scripts'].flatMap(sourceFiles);
const sources = files.filter((file) => file.startsWith('src/') || file.startsWith('adapters/'));
const seen = output.modules.filter((module) => sources.includes(module.source)).length;
if (seen < sources.length)
  faults.push(`The rule saw ${seen} of ${sources.length} modules: it looks at too little.`);
if (output.summary.totalDependenciesCruised < sources.length) faults.push('The rule saw hardly any imports.');

for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const lines = text.split('\n').length;
  if (lines > 300) faults.push(`${file} has ${lines} lines: none may have more than 300.`);
  if (/(^|\/)(utils?|helpers?|managers?)(\/|\.)/.test(file))
    faults.push(`${file}: name what it does, not that it helps.`);
}
for (const file of sources) {
  const text = readFileSync(file, 'utf8');
  const only = (pattern, allowed, say) => {
    if (pattern.test(text) && !allowed.includes(file)) faults.push(`${file}: ${say}`);
  };
  only(
    /process\.env/,
    ['src/config/config.ts', 'src/config/callers-folder.ts'],
    'only src/config reads process.env.',
  );
  only(
    /Date\.now\(|new Date\(\)|performance\.now/,
    ['src/system/clock.ts'],
    'only src/system/clock.ts asks the time.',
  );
  only(
    /\.transaction\(\)/,
    ['src/db/transact.ts'],
    'transactions begin in src/db/transact.ts, which does them once more.',
  );
  only(/randomUUID|randomBytes|Math\.random/, ['src/system/ids.ts'], 'only src/system/ids.ts makes ids.');
}

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(
  `rooms: ${seen} modules, ${output.summary.totalDependenciesCruised} imports, every one in its direction`,
);

function commentOf(name) {
  return config.forbidden.find((rule) => rule.name === name)?.comment ?? '';
}

function sourceFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
