interface Body {
  bytes: number;
  readonly giveUp: () => void;
}

/**
 * What all the bodies that are still coming hold in memory together. A signature covers the body, so anyone who sends one is a
 * stranger until its end: where strangers hold too much, the one that holds most is given up, and where they are too many, the one that
 * came first. A platform's own requests are short and here at once.
 */
export class UnderWay {
  private readonly bodies = new Set<Body>();
  private readonly most: { readonly bytes: number; readonly bodies: number };
  private bytes = 0;

  constructor(most: { readonly bytes: number; readonly bodies: number }) {
    this.most = most;
  }

  /** `giveUp` is called once, and not after `ends`. */
  begins(giveUp: () => void): Body {
    const body = { bytes: 0, giveUp };
    this.bodies.add(body);
    if (this.bodies.size > this.most.bodies) {
      const [first = body] = this.bodies;
      this.drop(first);
    }
    return body;
  }

  grows(body: Body, bytes: number): void {
    if (!this.bodies.has(body)) return;
    body.bytes += bytes;
    this.bytes += bytes;
    if (this.bytes <= this.most.bytes) return;
    this.drop([...this.bodies].reduce((most, one) => (one.bytes > most.bytes ? one : most)));
  }

  ends(body: Body): void {
    if (this.bodies.delete(body)) this.bytes -= body.bytes;
  }

  private drop(body: Body): void {
    this.ends(body);
    body.giveUp();
  }
}
