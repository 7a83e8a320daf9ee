import { editsBetween } from '../system/edits.ts';
import { aliases, commands, spanishCommands } from './commands.ts';
import type { IntentName } from './intent-names.ts';

/** Shorter commands are close to too many words of their own: "pain" is not `pair`. */
const shortestWithOneEdit = 5;
const shortestWithTwoEdits = 7;
/** Close to "terminal", which is said of people. */
const neverASlip = 'terminar';

/** A command that one typed word is a slip of, or that a few listed words stand for; null for anything else. */
export function nearCommand(typed: string): IntentName | null {
  const alias = aliases.get(typed);
  if (alias !== undefined) return alias;
  if (!/^[a-z-]{3,}$/.test(typed)) return null;
  for (const [command, name] of commands) {
    if (!/^[a-z]+$/.test(command) || command === neverASlip) continue;
    if (isSlipOf(typed, command)) return name;
  }
  return null;
}

/** Of a short command only two letters that changed places, or one that was hit twice. */
function isSlipOf(typed: string, command: string): boolean {
  if (command.length < shortestWithOneEdit) return command.length > 3 && isStumble(typed, command);
  const isLong = command.length >= shortestWithTwoEdits && !spanishCommands.has(command);
  return editsBetween(typed, command) <= (isLong ? 2 : 1);
}

function isStumble(typed: string, command: string): boolean {
  for (let place = 0; place < command.length; place += 1) {
    const [before, letter, next, after] = [
      command.slice(0, place),
      command.charAt(place),
      command.charAt(place + 1),
      command.slice(place + 2),
    ];
    if (typed === before + letter + letter + next + after) return true;
    if (next !== letter && typed === before + next + letter + after) return true;
  }
  return false;
}
