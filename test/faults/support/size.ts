/** `short` with every test run; `long` is what `npm run faults` asks for. Nothing else of the folder reads the environment. */
const size = process.env.FAULTS_SIZE === 'long' ? 'long' : 'short';

/** How much of something a run does. */
export function sized<T>(amounts: { readonly short: T; readonly long: T }): T {
  return amounts[size];
}

/** How long one test may take, in milliseconds. */
export const patienceMs = sized({ short: 90_000, long: 1_500_000 });
