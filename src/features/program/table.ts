/** What the hospital has decided from chat. */
export interface ProgramSettingsTable {
  name: string;
  setting: string;
}
