/**
 * How many operations Teams takes: of a bot in one chat, and of a bot in a tenant.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
const perChat = [
  { ms: 1000, most: 7 },
  { ms: 2000, most: 8 },
  { ms: 30_000, most: 60 },
];
const perTenant = [{ ms: 1000, most: 50 }];

/** Counts what is taken, and knows when it is too much. */
export class Rate {
  private isEnforced = false;
  private readonly taken = new Map<string, number[]>();

  enforce(): void {
    this.isEnforced = true;
  }

  /** Whether one more is taken in this chat now; it is counted when it is. */
  takes(chat: string, now: number): boolean {
    if (!this.isEnforced) return true;
    const scopes = [
      [chat, perChat],
      ['the tenant', perTenant],
    ] as const;
    const isFree = scopes.every(([scope, windows]) =>
      windows.every(({ ms, most }) => this.since(scope, now - ms) < most),
    );
    if (isFree) for (const [scope] of scopes) this.taken.set(scope, [...(this.taken.get(scope) ?? []), now]);
    return isFree;
  }

  private since(scope: string, instant: number): number {
    return (this.taken.get(scope) ?? []).filter((at) => at > instant).length;
  }
}
