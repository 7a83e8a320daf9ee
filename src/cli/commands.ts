import { Argument, Command, CommanderError } from 'commander';
import { ownVersion } from '../config/version.ts';
import { codeOf, isOfDatabase } from '../db/failures.ts';
import { explain } from '../program/explain.ts';
import { backup } from './backup.ts';
import { check } from './check.ts';
import { exportQuestions } from './export-questions.ts';
import { showFigures } from './figures.ts';
import { importQuestions } from './import-questions.ts';
import { writeLaunch } from './launch.ts';
import { migrateNow } from './migrate.ts';
import { move } from './move.ts';
import { nudge } from './nudge.ts';
import { OperatorError } from './operator-error.ts';
import { person } from './person.ts';
import { checkQuestions } from './questions.ts';
import { printSupport } from './support.ts';
import { runWords } from './words.ts';

const program = new Command('buddy')
  .description('What an operator runs beside the server')
  .version(ownVersion())
  .showHelpAfterError()
  .exitOverride();

program
  .command('check')
  .description('try configuration, database, prompts and chat platforms for real, and say what is wrong')
  .action(check);
program.command('migrate').description('bring the database up to date').action(migrateNow);
program
  .command('nudge')
  .description('plan and send every nudge that is due at an instant')
  .requiredOption('--at <instant>', 'an ISO instant with its offset, such as 2026-11-30T09:00:00-05:00')
  .option('--dry-run', 'only say how many would get what, by reason')
  .option(
    '--person <ref>',
    'with --dry-run: say why slack:<member id> or teams:<Entra object id> gets nothing',
  )
  .action(nudge);
program
  .command('backup')
  .argument('<file>', 'a new file, or - for standard output')
  .description('copy the database while it runs')
  .action(backup);
program
  .command('move')
  .description(
    'carry everything from a SQLite file over to a PostgreSQL database; the server must be stopped',
  )
  .requiredOption('--from <url>', 'the file: sqlite:<path>')
  .requiredOption('--to <url>', 'an empty database: postgres://<user>:<password>@<host>/<database>')
  .addHelpText(
    'after',
    '\nThe file stays as it is. Every row is compared before anything is kept, so it may be run again at any time.',
  )
  .action(move);
program
  .command('person')
  .addArgument(new Argument('<what>').choices(['export', 'erase']))
  .argument('<ref>', 'slack:<member id> or teams:<Entra object id>')
  .description('write out what is held of one person, as they would get it themselves, or erase it')
  .action(person);
program
  .command('figures')
  .description('what has been released: how the last Mondays went, who takes part, who is still together')
  .option('--html <file>', 'write a report for those who lead the hospital, one page with its tables')
  .option('--case <file>', 'write a page in which the hospital works out the case in its own numbers')
  .option('--csv', 'print everything that was ever released as CSV')
  .option('--json', 'the same as JSON')
  .option('--language <language>', "of the pages; without it, the hospital's")
  .action(showFigures);
const questions = program.command('questions').description('the question bank, and what is posted');
questions
  .command('check')
  .description('check the question bank, the guides and the resources in prompts/')
  .action(checkQuestions);
questions
  .command('import')
  .argument(
    '<file>',
    'a list in YAML, or a CSV as Excel writes it: week, first, second, and maybe note, first_es, second_es',
  )
  .option('--dry-run', 'only say what would be taken')
  .option('--replace', 'put them in the place of what has been posted for the same weeks')
  .description('post the questions of many weeks, all or none')
  .action(importQuestions);
questions
  .command('export')
  .description('write what is posted for this week and those to come, as import takes it')
  .action(exportQuestions);

program
  .command('support')
  .addArgument(new Argument('<what>').choices(['roster']))
  .requiredOption('--html <file>', 'where to write the page')
  .description('write the roster of peer supporters as a page to print, with what each one shows to everyone')
  .action(printSupport);

program
  .command('launch')
  .addArgument(new Argument('<what>').choices(['kit']))
  .requiredOption('--out <folder>', 'a new folder, or an empty one')
  .option('--hospital <name>', "the hospital's name; without it, a blank to fill in")
  .option('--link <url>', 'what opens Buddy, for the QR code; in Teams it is known')
  .description(
    'write what makes Buddy known, ready to print: a poster, badge cards, talks, answers to questions',
  )
  .action(writeLaunch);

program
  .command('words')
  .addArgument(new Argument('<what>').choices(['check', 'list']))
  .description(
    "check the hospital's own words in prompts/words, or list every sentence that can be said otherwise",
  )
  .option('--language <language>', 'with list: which language', 'en')
  .action(runWords);

/** Runs the command that was typed; the process then ends by itself, with the exit code that is set here. */
export async function runCommand(): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) console.error(oneLine(error));
    process.exitCode = error instanceof CommanderError ? error.exitCode : 1;
  }
}

function oneLine(error: unknown): string {
  if (error instanceof OperatorError) return error.message;
  const said = explain(error);
  if (said !== null) return said;
  const code = codeOf(error);
  if (isOfDatabase(code)) return `The database named by DATABASE_URL cannot be used (${code}).`;
  return `This should not have happened: ${error instanceof Error ? error.message : String(error)}`;
}
