const rememberMs = 10 * 60_000;
const rememberAtMost = 2000;

/**
 * What was answered of late, by the name of the event: Teams delivers again what took it too long, and anybody who gets
 * hold of a request can send it again while its token is valid. What an event changes, the core does once by itself.
 */
export class Recent<Answer> {
  private readonly now: () => number;
  private readonly answers = new Map<string, { readonly answer: Answer; readonly until: number }>();

  constructor(now: () => number) {
    this.now = now;
  }

  /** What was answered before; undefined for what has not come yet. */
  find(id: string): Answer | undefined {
    const known = this.answers.get(id);
    return known !== undefined && known.until > this.now() ? known.answer : undefined;
  }

  keep(id: string, answer: Answer): void {
    this.answers.set(id, { answer, until: this.now() + rememberMs });
    for (const [oldest, { until }] of this.answers) {
      if (until > this.now() && this.answers.size <= rememberAtMost) break;
      this.answers.delete(oldest);
    }
  }
}
