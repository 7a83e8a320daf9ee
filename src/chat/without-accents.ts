/** People type them or not, and mean the same. */
export function withoutAccents(typed: string): string {
  return typed.normalize('NFD').replace(/\p{M}/gu, '');
}
