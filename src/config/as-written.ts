type Environment = Readonly<Record<string, string | undefined>>;

const quotes = '"\'`“”‘’';

/**
 * What came along with a value that was meant, by name: marks that a file keeps for itself and `docker --env-file` passes on.
 * No setting of Buddy's begins or ends with one, or has anything invisible in it. A sentence here follows the variable's name.
 */
export function writtenWrongly(
  environment: Environment,
  names: readonly string[],
): ReadonlyMap<string, string> {
  const faults = names.flatMap((name) => {
    const fault = faultOf((environment[name] ?? '').trim());
    return fault === null ? [] : [[name, fault] as const];
  });
  return new Map(faults);
}

function faultOf(value: string): string | null {
  if (value === '') return null;
  if (quotes.includes(value.charAt(0)) || quotes.includes(value.slice(-1))) {
    return "has a quotation mark at its beginning or end. docker's --env-file takes them for part of the value: write it without.";
  }
  if (/\s#/.test(value)) {
    return "has a comment behind its value. docker's --env-file takes it for part of the value: put it on a line of its own.";
  }
  if (/[\p{Cc}\p{Cf}]/u.test(value))
    return 'has a line break or an invisible character in it: type it again.';
  return null;
}
