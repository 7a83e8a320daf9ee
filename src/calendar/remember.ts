/**
 * The value kept in `kept` under `key`, computed when it is not there. Holds at most `limit` entries: a full map is
 * emptied and starts again, which costs nothing per call and keeps the few values in use at hand. What `compute`
 * throws is thrown on, and nothing is kept.
 */
export function remember<Value>(
  kept: Map<string, Value>,
  limit: number,
  key: string,
  compute: () => Value,
): Value {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const value = compute();
  if (kept.size >= limit) kept.clear();
  kept.set(key, value);
  return value;
}
