/** What stands on the printed pages around their texts, which are in prompts/launch. */
export const words = {
  kit: 'Make Buddy known',
  language: 'English',
  notes: "Speaker's notes",
  blank: '____________________',
  slack: 'In Slack, type /buddy',
  teams: 'In Microsoft Teams, open the chat with Buddy and type help',
  scan: 'Scan to open Buddy',
  notMonitored: "Buddy is not monitored. If it can't wait:",
};
