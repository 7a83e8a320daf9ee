import type { Language } from '../chat/language.ts';
import { wordsFor as accounts } from '../features/accounts/words.ts';
import { wordsFor as administration } from '../features/administration/words.ts';
import { wordsFor as alarms } from '../features/alarms/words.ts';
import { wordsFor as asking } from '../features/asking/words.ts';
import { wordsFor as audit } from '../features/audit/words.ts';
import { wordsFor as programCase } from '../features/case/words.ts';
import { wordsFor as checkins } from '../features/checkins/words.ts';
import { wordsFor as choosing } from '../features/choosing/words.ts';
import { wordsFor as codes } from '../features/codes/words.ts';
import { wordsFor as desk } from '../features/desk/words.ts';
import { wordsFor as figures } from '../features/figures/words.ts';
import { wordsFor as gatherings } from '../features/gatherings/words.ts';
import { wordsFor as help } from '../features/help/words.ts';
import { wordsFor as home } from '../features/home/words.ts';
import { wordsFor as invitations } from '../features/invitations/words.ts';
import { wordsFor as launch } from '../features/launch/words.ts';
import { wordsFor as nominations } from '../features/nominations/words.ts';
import { wordsFor as nudges } from '../features/nudges/words.ts';
import { wordsFor as offers } from '../features/offers/words.ts';
import { wordsFor as pages } from '../features/pages/words.ts';
import { wordsFor as pairing } from '../features/pairing/words.ts';
import { wordsFor as privacy } from '../features/privacy/words.ts';
import { wordsFor as program } from '../features/program/words.ts';
import { wordsFor as pulse } from '../features/pulse/words.ts';
import { wordsFor as questions } from '../features/questions/words.ts';
import { wordsFor as referrals } from '../features/referrals/words.ts';
import { wordsFor as report } from '../features/report/words.ts';
import { wordsFor as resources } from '../features/resources/words.ts';
import { wordsFor as roster } from '../features/roster/words.ts';
import { wordsFor as settings } from '../features/settings/words.ts';
import { wordsFor as support } from '../features/support/words.ts';
import { wordsFor as supporters } from '../features/supporters/words.ts';
import { wordsFor as tallies } from '../features/tallies/words.ts';
import { wordsFor as thanks } from '../features/thanks/words.ts';
import { wordsFor as training } from '../features/training/words.ts';
import { wordsFor as unpaired } from '../features/unpaired/words.ts';
import { wordsFor as outbox } from '../outbox/words.ts';
import { wordsFor as chosenLanguages } from '../people/chosen-languages/words.ts';
import { wordsFor as contacts } from '../people/contacts/words.ts';
import { wordsFor as keptAsks } from '../people/kept-asks/words.ts';
import { wordsFor as members } from '../people/members/words.ts';
import { wordsFor as roles } from '../people/roles/words.ts';

/** The words of a room, whatever they are. */
interface Room {
  readonly shipped: Readonly<Record<Language, unknown>>;
  sayInstead(language: Language, sentences: unknown): void;
}

/** Every room that says something, by what its sentences' keys begin with. */
export const rooms: Readonly<Record<string, Room>> = {
  accounts,
  administration,
  alarms,
  asking,
  audit,
  case: programCase,
  checkins,
  choosing,
  'chosen-languages': chosenLanguages,
  codes,
  contacts,
  desk,
  figures,
  help,
  home,
  invitations,
  'kept-asks': keptAsks,
  members,
  launch,
  nudges,
  offers,
  outbox,
  pairing,
  privacy,
  program,
  pulse,
  questions,
  referrals,
  report,
  resources,
  roles,
  settings,
  support,
  pages,
  roster,
  gatherings,
  training,
  nominations,
  supporters,
  tallies,
  thanks,
  unpaired,
};
