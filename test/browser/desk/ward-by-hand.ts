/** What happens on the ward without a browser, so that there's something to look at at the desk. */
export class WardByHand {
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  setLanguage(person: string, language: string): Promise<unknown> {
    return this.post('language', { person, language });
  }

  setFault(fault: 'none' | 'down'): Promise<unknown> {
    return this.post('fault', { fault });
  }

  /** The ward's clock, in epoch milliseconds. */
  async now(): Promise<number> {
    const state = await fetch(`${this.url}/playground/state?person=wil`);
    return ((await state.json()) as { now: number }).now;
  }

  says(person: string, text: string): Promise<unknown> {
    return this.post('say', { person, text });
  }

  /** Someone asks a colleague, who says yes. */
  async pairs(inviter: string, invitee: string, name: string): Promise<void> {
    await this.says(inviter, `/buddy @${name}`);
    for (;;) {
      const state = await fetch(`${this.url}/playground/state?person=${invitee}`);
      const { messages } = (await state.json()) as { messages: readonly { id: string; card: unknown }[] };
      for (const { id, card } of messages) {
        const [, button] = /"(pairing\.accept:[^"]+)"/.exec(JSON.stringify(card)) ?? [];
        if (button === undefined) continue;
        await this.post('press', { person: invitee, message: id, button });
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  private async post(what: string, body: object): Promise<unknown> {
    const response = await fetch(`${this.url}/playground/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${what} was answered with ${response.status}`);
    return response.json();
  }
}
