import type { Act, Invitation, Pair } from './acts.ts';

/** A tiny picture of who is buddies with who: what the model-based test holds against the real bot. */

export const maxBuddies = 2;
const fortnight = 14 * 86_400_000;
const month = 30 * 86_400_000;
const hour = 3_600_000;

export class Buddies {
  now: number;
  readonly members = new Set<string>();
  readonly paused = new Set<string>();
  invitations: Invitation[] = [];
  pairs: Pair[] = [];
  codes: { readonly nth: number; readonly by: string; readonly at: number }[] = [];
  /** Pair and member, once for each week that is clicked through. */
  acknowledged = new Set<string>();
  wrong: { readonly by: string; readonly at: number }[] = [];
  /** What counts of those who were erased. */
  asked: { readonly from: string; readonly to: string; readonly at: number }[] = [];
  week = 0;
  private count = 0;

  constructor(now: number) {
    this.now = now;
  }

  copy(): Buddies {
    const copy = new Buddies(this.now);
    for (const one of this.members) copy.members.add(one);
    for (const one of this.paused) copy.paused.add(one);
    copy.invitations = this.invitations.map((one) => ({ ...one }));
    copy.pairs = this.pairs.map((one) => ({ ...one }));
    copy.codes = [...this.codes];
    copy.wrong = [...this.wrong];
    copy.asked = [...this.asked];
    copy.acknowledged = new Set(this.acknowledged);
    copy.week = this.week;
    copy.count = this.count;
    return copy;
  }

  does(act: Act): void {
    switch (act.type) {
      case 'invite':
        this.invite(act.by, act.who);
        break;
      case 'accept':
      case 'decline':
        this.answer(act.type, act.by, act.nth);
        break;
      case 'withdraw':
        this.withdraw(act.by, act.nth);
        break;
      case 'end':
      case 'acknowledge':
        this.aboutPair(act.type, act.by, act.nth);
        break;
      case 'code':
        this.makeCode(act.by);
        break;
      case 'join':
        this.join(act.by, act.nth);
        break;
      case 'pause':
        if (this.members.has(act.by)) this.paused.add(act.by);
        break;
      case 'resume':
        this.paused.delete(act.by);
        break;
      case 'forget':
        this.forget(act.by);
        break;
      case 'expire':
        for (const one of this.invitations)
          if (one.status === 'waiting' && this.now >= one.at + fortnight) one.status = 'expired';
    }
  }

  private withdraw(by: string, nth: number): void {
    const mine = this.invitations.find((one) => one.nth === nth && one.from === by);
    if (mine?.status === 'waiting') mine.status = 'withdrawn';
  }

  private aboutPair(how: 'end' | 'acknowledge', by: string, nth: number): void {
    const pair = this.pairs.find((one) => one.nth === nth && one.two.includes(by));
    if (pair === undefined || !pair.isOpen) return;
    if (how === 'end') pair.isOpen = false;
    else this.acknowledged.add(`${pair.nth} ${by} ${this.week}`);
  }

  private buddiesOf(who: string): readonly Pair[] {
    return this.pairs.filter(({ two, isOpen }) => isOpen && two.includes(who));
  }

  private areBuddies(one: string, other: string): boolean {
    return this.buddiesOf(one).some(({ two }) => two.includes(other));
  }

  private isFull(who: string): boolean {
    return this.buddiesOf(who).length >= maxBuddies;
  }

  private waitingBetween(one: string, other: string): Invitation | undefined {
    return this.invitations.find(
      ({ status, from, to }) =>
        status === 'waiting' && [from, to].includes(one) && [from, to].includes(other),
    );
  }

  /** `me` says yes to someone who has said yes before. */
  private pair(me: string, other: string): 'ok' | 'already' | 'me' | 'other' {
    if (this.areBuddies(me, other)) return 'already';
    if (this.isFull(me)) return 'me';
    if (this.isFull(other)) return 'other';
    this.members.add(me);
    this.count += 1;
    this.pairs.push({ nth: this.count, two: [me, other], isOpen: true });
    return 'ok';
  }

  private invite(by: string, who: string): void {
    if (by === who) return;
    const waiting = this.waitingBetween(by, who);
    if (waiting !== undefined) {
      if (waiting.from === by) return;
      const paired = this.pair(by, who);
      if (paired === 'ok') waiting.status = 'accepted';
      if (paired === 'other') waiting.status = 'withdrawn';
      return;
    }
    this.members.add(by);
    const asked = [...this.invitations, ...this.asked].filter(
      ({ from, to, at }) => from === by && to === who && at >= this.now - month,
    );
    if (this.areBuddies(by, who) || this.isFull(by) || asked.length >= 3) return;
    this.count += 1;
    this.invitations.push({ nth: this.count, from: by, to: who, at: this.now, status: 'waiting' });
  }

  private answer(how: 'accept' | 'decline', by: string, nth: number): void {
    const one = this.invitations.find((invitation) => invitation.nth === nth && invitation.to === by);
    if (one?.status !== 'waiting' || this.now >= one.at + fortnight) return;
    if (how === 'decline') {
      one.status = 'declined';
      return;
    }
    const paired = this.pair(by, one.from);
    if (paired === 'ok' || paired === 'already') one.status = 'accepted';
    if (paired === 'other') one.status = 'withdrawn';
  }

  private makeCode(by: string): void {
    this.members.add(by);
    const mine = this.codes.filter((code) => code.by === by && this.now < code.at + fortnight);
    const [oldest] = mine;
    if (mine.length >= 5) this.codes = this.codes.filter((code) => code !== oldest);
    this.count += 1;
    this.codes.push({ nth: this.count, by, at: this.now });
  }

  private join(by: string, nth: number): void {
    const wrongs = this.wrong.filter((one) => one.by === by && one.at > this.now - hour);
    if (wrongs.length >= 8) return;
    const code = this.codes.find((one) => one.nth === nth && this.now < one.at + fortnight);
    if (code === undefined) {
      this.wrong.push({ by, at: this.now });
      return;
    }
    if (code.by === by || this.pair(by, code.by) !== 'ok') return;
    this.codes = this.codes.filter((one) => one !== code);
    const waiting = this.waitingBetween(by, code.by);
    if (waiting !== undefined) waiting.status = 'accepted';
  }

  private forget(who: string): void {
    this.members.delete(who);
    this.paused.delete(who);
    this.codes = this.codes.filter(({ by }) => by !== who);
    this.asked.push(...this.invitations.filter(({ from }) => from === who));
    this.invitations = this.invitations.filter(({ from, to }) => from !== who && to !== who);
    const gone = this.pairs.filter(({ two }) => two.includes(who)).map(({ nth }) => nth);
    this.pairs = this.pairs.filter(({ nth }) => !gone.includes(nth));
    this.acknowledged = new Set(
      [...this.acknowledged].filter((one) => !gone.includes(Number(one.split(' ')[0]))),
    );
  }
}
