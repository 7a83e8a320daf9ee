/** What's written on the buttons and in the answers, as an administrator reads it. */
export interface Written {
  readonly account: 'en' | 'es';
  readonly desk: string;
  readonly notYou: string;
  readonly save: string;
  readonly roles: {
    readonly open: string;
    readonly colleague: string;
    readonly role: string;
    readonly administrator: string;
    readonly none: string;
    readonly appointed: string;
    readonly oneself: string;
    readonly steppedDown: string;
  };
  readonly questions: {
    readonly open: string;
    readonly paste: string;
    readonly text: string;
    readonly look: string;
    readonly wouldBe: string;
    readonly sure: string;
    readonly yes: string;
    readonly goOn: string;
    readonly posted: string;
    readonly editWeek: string;
    readonly apply: string;
    readonly first: string;
    readonly second: string;
    readonly saved: string;
    readonly backToBank: string;
    readonly isBank: string;
    readonly holidays: string;
    readonly noneOn: string;
    readonly change: string;
  };
  readonly mondays: {
    readonly open: string;
    readonly waiting: RegExp;
    readonly whatToDo: string;
    readonly sent: RegExp;
    readonly askThem: string;
    readonly status: string;
    readonly paused: string;
  };
  readonly settings: { readonly open: string; readonly smallest: string; readonly saved: string };
  readonly announce: {
    readonly open: string;
    readonly name: string;
    readonly hospital: string;
    readonly show: string;
    readonly filledIn: string;
    readonly forIt: string;
    readonly poster: string;
  };
  readonly lines: {
    readonly due: RegExp;
    readonly add: string;
    readonly fields: readonly (readonly [label: string, answer: string])[];
    readonly added: string;
    readonly resources: string;
    readonly stands: string;
    readonly all: string;
    readonly verify: RegExp;
    readonly never: string;
    readonly noneDue: string;
  };
  readonly audit: { readonly open: string; readonly did: readonly string[] };
}
