/**
 * The one acknowledgement of a request. When `withinMs` is over, it is sent empty so that Slack does not show an
 * error, and the answer comes by another way; null where there is no other way. Without `ack` (events, which Bolt
 * acknowledges) there is nothing to send.
 */
export class OneAck {
  private sent = false;
  private readonly ack: (body?: object) => Promise<void>;
  private readonly timer: NodeJS.Timeout | undefined;

  constructor(ack: ((body?: object) => Promise<void>) | undefined, withinMs: number | null) {
    this.ack = ack ?? (async () => {});
    if (ack !== undefined && withinMs !== null) this.timer = setTimeout(() => void this.send(), withinMs);
  }

  /** False when `body` has not been seen: one was sent before, or the connection is gone and Slack has told the person so. */
  async send(body?: object): Promise<boolean> {
    clearTimeout(this.timer);
    if (this.sent) return false;
    this.sent = true;
    return this.ack(body).then(
      () => true,
      () => false,
    );
  }
}
