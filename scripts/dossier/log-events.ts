import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { type LogCall, logCalls, sentencesPassedOn } from './log-calls.ts';
import { type Node, nodesIn, partsOf } from './syntax.ts';
import { literal, table } from './tables.ts';

interface LogEvent {
  readonly message: string;
  readonly level: string;
  readonly fields: readonly string[];
  readonly when: string;
  /** Where a sentence is logged that's written elsewhere. */
  readonly through?: string;
  /** `message` stands for several that are put together while Buddy runs. */
  readonly several?: true;
}

interface Catalogue {
  readonly fields: Readonly<Record<string, string>>;
  readonly events: Readonly<Record<string, readonly LogEvent[]>>;
}

/** The catalogue of docs/dossier/log-events.yml. */
export function readLogEvents(root: string): Catalogue {
  return load(readFileSync(join(root, 'docs/dossier/log-events.yml'), 'utf8')) as Catalogue;
}

/** Where the catalogue isn't what the source says: an event or a field that it has and the source hasn't, or the other way round. */
export function logFaults(root: string, { fields, events }: Catalogue): readonly string[] {
  const listed = Object.values(events).flat();
  const calls = logCalls(root);
  const passedOn = new Set(sentencesPassedOn(root));
  const known = logFields(root);
  return [
    ...known.filter((name) => !(name in fields)).map((name) => `No word on the field ${name} of the log.`),
    ...Object.keys(fields)
      .filter((name) => !known.includes(name))
      .map((name) => `The log has no field ${name}.`),
    ...calls.flatMap((call) => callFaults(call, listed)),
    ...[...passedOn]
      .filter((message) => !listed.some((one) => one.message === message))
      .map((message) => `No word on "${message}", which is logged.`),
    ...listed.flatMap((event) => eventFaults(event, { calls, passedOn, known })),
  ];
}

function callFaults(call: LogCall, listed: readonly LogEvent[]): readonly string[] {
  const events = listed.filter((event) => isLoggedBy(event, call));
  const said = call.message === null ? `what ${call.file} logs` : `"${call.message}"`;
  if (events.length === 0) return [`No word on ${said}, with ${call.level}.`];
  return events.flatMap((event) => {
    const missing = call.fields.filter((name) => !event.fields.includes(name));
    const extra = call.isAll ? event.fields.filter((name) => !call.fields.includes(name)) : [];
    return [...missing, ...extra].map(
      (name) => `The source and the catalogue differ on the field ${name} of "${event.message}".`,
    );
  });
}

function eventFaults(
  event: LogEvent,
  {
    calls,
    passedOn,
    known,
  }: { calls: readonly LogCall[]; passedOn: ReadonlySet<string>; known: readonly string[] },
): readonly string[] {
  const isLogged = calls.some((call) => isLoggedBy(event, call));
  const isWritten = event.through === undefined || event.several === true || passedOn.has(event.message);
  return [
    ...(isLogged && isWritten ? [] : [`"${event.message}" is in the catalogue, and nothing logs it.`]),
    ...event.fields
      .filter((name) => !known.includes(name))
      .map((name) => `"${event.message}" has a field ${name}, and the log has none.`),
  ];
}

function isLoggedBy({ message, level, through }: LogEvent, call: LogCall): boolean {
  if (call.level !== level) return false;
  return through === undefined ? call.message === message : call.message === null && call.file === through;
}

/** The names that a line may carry, from where they're declared. */
function logFields(root: string): readonly string[] {
  const declared = nodesIn(join(root, 'src/system/logger.ts')).find(
    ({ type, id }) => type === 'TsInterfaceDeclaration' && (id as Node).value === 'LogFields',
  );
  return partsOf(declared)
    .filter(({ type }) => type === 'TsPropertySignature')
    .map(({ key }) => (key as Node).value as string);
}

/** The fields, then the events by subject, in Markdown. */
export function logPart({ fields, events }: Catalogue): string {
  const ofFields = table(
    ['Field', 'What it holds'],
    Object.entries(fields).map(([name, says]) => [`\`${name}\``, says]),
  );
  const ofEvents = Object.entries(events).map(([subject, list]) => {
    const rows = list.map(({ message, level, fields: names, when, several }) => [
      several === true ? `_${message}_` : literal(message),
      level,
      names.map((name) => `\`${name}\``).join(', ') || 'none',
      when,
    ]);
    return `### ${subject}\n\n${table(['Event', 'Level', 'Fields', 'When'], rows)}`;
  });
  return [ofFields, ...ofEvents].join('\n\n');
}
