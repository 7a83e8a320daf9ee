import { Argument, Command, CommanderError } from 'commander';
import { ownVersion } from '../config/version.ts';
import { codeOf, isOfDatabase } from '../db/failures.ts';
import { explain } from '../program/explain.ts';
import { backup } from './backup.ts';
import { check } from './check.ts';
import { showFigures } from './figures.ts';
import { migrateNow } from './migrate.ts';
import { move } from './move.ts';
import { nudge } from './nudge.ts';
import { OperatorError } from './operator-error.ts';
import { person } from './person.ts';
import { checkQuestions } from './questions.ts';

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
  .argument('<file>', 'a new file')
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
program.command('figures').description('how the last Mondays went, as sums').action(showFigures);
program
  .command('questions')
  .addArgument(new Argument('<what>').choices(['check']))
  .description('check the question bank, the guides and the resources in prompts/')
  .action(checkQuestions);

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
