/** Events already handled. The platform's event id is kept as a fingerprint only. */
export interface InboxTable {
  event_fingerprint: string;
  received_at: number;
}
