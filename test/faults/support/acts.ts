export interface Invitation {
  readonly nth: number;
  readonly from: string;
  readonly to: string;
  readonly at: number;
  status: 'waiting' | 'accepted' | 'declined' | 'withdrawn' | 'expired';
}

export interface Pair {
  readonly nth: number;
  readonly two: readonly [string, string];
  isOpen: boolean;
}

/** What someone does. `nth` is which of the invitations, pairs or codes: known when they reach for the button. */
export type Act =
  | { readonly type: 'invite'; readonly by: string; readonly who: string }
  | { readonly type: 'accept' | 'decline' | 'withdraw'; readonly by: string; readonly nth: number }
  | { readonly type: 'end' | 'acknowledge'; readonly by: string; readonly nth: number }
  | { readonly type: 'code' | 'pause' | 'resume' | 'forget'; readonly by: string }
  | { readonly type: 'join'; readonly by: string; readonly nth: number }
  | { readonly type: 'expire' };
