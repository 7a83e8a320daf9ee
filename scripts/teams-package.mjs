// Writes the package that Teams administrators upload: npm run teams:package -- --app-id GUID --domain HOST.
// Same settings, same bytes: a package can be compared with the one that was approved.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { strToU8, zipSync } from 'fflate';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'adapters/teams/package');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const settings = new Command('npm run teams:package --')
  .description('Writes the app package for Microsoft Teams. docs/teams.md says what to do with it.')
  .requiredOption('--app-id <guid>', 'the application (client) id of the bot, MicrosoftAppId')
  .requiredOption(
    '--domain <host>',
    'the host name under which Microsoft reaches Buddy, such as buddy.example.org',
  )
  .option('--out <file>', 'the file to write', 'buddy-teams.zip')
  .option('--name <name>', 'what the app is called in Teams', 'Buddy')
  .option(
    '--developer <name>',
    'who answers for it, such as the hospital; the domain, where nothing is given',
  )
  .option('--website <url>', 'page about the programme; https://DOMAIN, where nothing is given')
  .option('--privacy <url>', 'privacy statement; https://DOMAIN/privacy, where nothing is given')
  .option('--terms <url>', 'terms of use; https://DOMAIN/terms, where nothing is given')
  .helpOption('--help', 'show this')
  .parse()
  .opts();

const { appId, domain, out, name } = settings;
const developer = {
  name: settings.developer ?? domain,
  websiteUrl: settings.website ?? `https://${domain}`,
  privacyUrl: settings.privacy ?? `https://${domain}/privacy`,
  termsOfUseUrl: settings.terms ?? `https://${domain}/terms`,
};

const faults = faultsOfSettings();
if (faults.length > 0) fail(faults);

const files = {
  'manifest.json': strToU8(`${JSON.stringify(manifest(), null, 2)}\n`),
  'color.png': readFileSync(join(folder, 'color.png')),
  'outline.png': readFileSync(join(folder, 'outline.png')),
};
try {
  // The first date that a zip can hold, by the local clock, as zips count.
  writeFileSync(out, zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) }));
} catch (error) {
  fail([`--out ${out} cannot be written: ${error.code}.`]);
}

const links = [developer.websiteUrl, developer.privacyUrl, developer.termsOfUseUrl];
console.log(`${out}: ${name} ${version}, for the bot ${appId.toLowerCase()} at https://${domain}/api/messages
In Teams it says that it is from "${developer.name}" and links to ${links.join(', ')}.
Put pages there, or give --developer, --website, --privacy and --terms and write it again.
Next: Teams admin center, Teams apps, Manage apps, Actions, Upload new app. docs/teams.md has every step.`);

function manifest() {
  const { $schema, manifestVersion, ...fixed } = JSON.parse(
    readFileSync(join(folder, 'manifest.json'), 'utf8'),
  );
  const id = appId.toLowerCase();
  return {
    $schema,
    manifestVersion,
    version,
    id,
    name: { short: name },
    developer,
    ...fixed,
    bots: fixed.bots.map((bot) => ({ botId: id, ...bot })),
    validDomains: [domain],
  };
}

/** One sentence for each. The lengths are those of the manifest's schema. */
function faultsOfSettings() {
  const found = [];
  const check = (isRight, say) => {
    if (!isRight) found.push(say);
  };
  check(
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(appId),
    '--app-id must be the application (client) id, like 00000000-0000-0000-0000-000000000000.',
  );
  check(
    domain.length <= 253 && /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(domain),
    '--domain must be a host name alone, in lower case, such as buddy.example.org: no https://, no port, no path.',
  );
  check(name.trim() !== '' && name.length <= 30, '--name must have 1 to 30 characters.');
  check(
    developer.name.trim() !== '' && developer.name.length <= 32,
    '--developer must have 1 to 32 characters; where it is not given, the domain takes its place.',
  );
  for (const option of ['website', 'privacy', 'terms']) {
    const url = settings[option];
    check(url === undefined || isHttps(url), `--${option} must be an address that begins with https://.`);
  }
  check(out.endsWith('.zip'), '--out must end in .zip.');
  return found;
}

function isHttps(url) {
  return URL.canParse(url) && new URL(url).protocol === 'https:';
}

function fail(sentences) {
  console.error(sentences.join('\n'));
  process.exit(1);
}
