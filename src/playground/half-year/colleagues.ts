import type { Ward, WardPerson } from '../../../adapters/playground/ward.ts';
import type { Chance } from './chance.ts';

const givenNames =
  `Abena Adaeze Aiko Alejandra Aliyah Amara Amir Andre Anjali Anneliese Arjun Asha Astrid Beatriz Bilal
Bintou Caleb Camila Carmen Chen Chiara Claire Daniela Darnell David Deepa Desta Diego Divya Elena Eli Emeka Emily Esther
Fatima Felix Freya Gabriel Grace Hana Hannah Hassan Hiro Ibrahim Ines Isaac Isabel Jamal James Jasmine Jia Joao Joanna
Jun Kamala Karim Katarzyna Keisha Kofi Lakshmi Laura Leila Linh Lucas Lucia Mai Malik Marcus Maria Mateo Maya Mehmet
Mei Miguel Minh Miriam Mohamed Naomi Nadia Nia Nikhil Noor Oluwaseun Omar Owen Paloma Patience Paul Priya Rachel Rafael
Rania Rosa Ruth Samira Samuel Sanjay Santiago Sarah Selam Siobhan Sofia Soo-jin Tamar Tariq Teresa Thandi Thomas Tomasz
Tuan Valentina Vikram Xiomara Yara Yusuf Zainab Zoe`.split(/\s+/);

const familyNames =
  `Abdi Adeyemi Ahmed Alvarez Andersson Baker Banerjee Begum Bianchi Boateng Brooks Campbell Carter
Castillo Chan Chaudhry Chen Cohen Cruz Delgado Desai Diallo Dubois Edwards Eriksen Farah Fernandes Flores Fofanah Foster
Garcia Ghosh Gonzalez Goldberg Green Gupta Gutierrez Hakimi Harris Hernandez Hoang Hughes Huang Ibarra Iyer Jackson
Jensen Johnson Joshi Kamara Katz Kaur Kelly Khan Kim Kowalski Kumar Lam Le Lewis Lim Lopez Ma Malik Martinez Mbeki Mehta
Mendoza Mensah Mitchell Mohamud Morales Murphy Nakamura Nguyen Novak Nwosu Obi Oduya Ortiz Osei Park Patel Pereira Pham
Popescu Ramirez Rao Reyes Rivera Roberts Robinson Rossi Ryan Sato Schmidt Shah Silva Singh Smith Suleiman Suzuki Tadesse
Takahashi Tanaka Taylor Tesfaye Thompson Torres Tran Turner Usman Vargas Vega Walker Wang Washington Weber White Williams
Wong Wu Yamamoto Yilmaz Young Zhang`.split(/\s+/);

const roles = [
  'Nurse, medical floor',
  'Nurse, emergency',
  'ICU nurse',
  'Labor and delivery nurse',
  'Operating room nurse',
  'Resident, internal medicine',
  'Resident, surgery',
  'Hospitalist',
  'Pediatrician',
  'Anesthesiologist',
  'Physician assistant',
  'Nurse practitioner',
  'Midwife',
  'Pharmacist',
  'Respiratory therapist',
  'Physical therapist',
  'Social worker',
  'Paramedic',
  'Radiology technologist',
  'Laboratory technologist',
  'Chaplain',
  'Patient transporter',
  'Environmental services',
  'Unit clerk',
];

/** Most are where the ward is; a few work from elsewhere. */
const timeZones = [
  ...Array.from({ length: 16 }, () => 'America/New_York'),
  ...Array.from({ length: 3 }, () => 'America/Chicago'),
  'America/Los_Angeles',
];

/** So many more people who don't exist, each of another name. */
export function makeColleagues(count: number, chance: Chance): Ward {
  const names = new Set<string>();
  while (names.size < count) names.add(`${chance.pick(givenNames)} ${chance.pick(familyNames)}`);
  return [...names].map((name, index) => colleague(name, index, chance));
}

function colleague(name: string, index: number, chance: Chance): WardPerson {
  return {
    id: `colleague-${index + 1}`,
    name,
    role: chance.pick(roles),
    initials: name.replaceAll(/[^A-Z]/g, '').slice(0, 2),
    hue: Math.floor(chance.next() * 360),
    timeZone: chance.pick(timeZones),
    language: 'en',
    isAdministrator: false,
  };
}
