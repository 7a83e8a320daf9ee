/** Two members who chose each other. `first_member_id` sorts before `second_member_id`. */
export interface PairsTable {
  id: string;
  first_member_id: string;
  second_member_id: string;
  started_at: number;
  ended_at: number | null;
}
