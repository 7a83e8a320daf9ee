/**
 * Whether less than `ms` have passed since `at`. The one answer to a clock that was set back: an instant that lies ahead was
 * written before that, and says nothing any more.
 */
export function isLately(at: number, ms: number, now: number): boolean {
  return at <= now && now - at < ms;
}
