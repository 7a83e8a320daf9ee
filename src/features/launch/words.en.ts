/** What stands around the texts of prompts/launch, on the printed pages and in chat. */
export const words = {
  kit: 'Make Buddy known',
  language: 'English',
  notes: "Speaker's notes",
  blank: '____________________',
  slack: 'In Slack, type /buddy',
  teams: 'In Microsoft Teams, open the chat with Buddy and type help',
  scan: 'Scan to open Buddy',
  notMonitored: "Buddy is not monitored. If it can't wait:",
  chat: {
    heading: 'Make it known',
    how: "Copy the text between the lines and post it yourself in a channel. I don't post in channels, and only you can see this.",
    noName: "The blank is for your hospital's name.",
    printed:
      'A poster, badge cards, talks and an email come as pages to print, in English and Spanish. Send IT this line and ask for the folder:',
    kit: 'For IT',
    fillIn: "Put in our hospital's name",
    hospital: "Your hospital's name",
    hint: "It stands in the announcement. I don't keep it.",
    language: 'Language',
    show: 'Show it',
    none: "There's no announcement here. IT can put one into prompts/launch.",
  },
};
