import { sayQuarter } from '../../calendar/say.ts';
import type { Reader } from '../../chat/reader.ts';
import { shareOf } from '../figures/lines.ts';
import type { Bar, Picture } from './chart.ts';
import { sentOf } from './mondays.ts';
import { sayWeek, sayWeekShortly } from './periods.ts';
import type { Released } from './read.ts';
import { supportPicture } from './support-picture.ts';
import { togetherPicture } from './together-picture.ts';
import { wordsFor } from './words.ts';

type Reading = Pick<Reader, 'language'>;

/** As many as half a page has room for. */
const quartersShown = 8;
const weeksShown = 10;

/** Everything that's drawn, in the order of the page. What else is released later, such as by profession, is one more here. */
export function picturesOf(reader: Reading, released: Released): readonly Picture[] {
  return [
    membersPicture(reader, released),
    mondaysPicture(reader, released),
    checkinsPicture(reader, released),
    togetherPicture(reader, released),
    supportPicture(reader, released),
  ];
}

function membersPicture(reader: Reading, { figures, smallest }: Released): Picture {
  const { members: words, notShown, withheld } = wordsFor(reader);
  const quarters = figures.quarter.slice(-quartersShown).map(({ period, figures: shown }) => ({
    name: sayQuarter(period, reader),
    members: shown?.members ?? null,
    pairs: shown?.pairs ?? null,
    started: shown?.started ?? null,
  }));
  const latest = quarters.findLast(({ members }) => members !== null);
  const hidden = quarters.filter(({ members }) => members === null).map(({ name }) => name);
  return {
    id: 'members',
    title: words.title,
    reading: latest?.members == null ? words.none : words.reading(latest.members, latest.name),
    chart:
      latest === undefined
        ? null
        : {
            type: 'bars',
            bars: quarters.map(({ name, members }) => ({
              label: name,
              value: members,
              said: members === null ? notShown : String(members),
            })),
          },
    notes: hidden.length === 0 ? [] : [withheld(hidden.join(', '), smallest)],
    table: {
      columns: words.columns,
      rows: quarters.map(({ name, members, pairs, started }) => [
        name,
        ...[members, pairs, started].map((count) => (count === null ? notShown : String(count))),
      ]),
    },
  };
}

function mondaysPicture(reader: Reading, { figures, smallest }: Released): Picture {
  const { mondays: words, notShown, withheld } = wordsFor(reader);
  const weeks = figures.week.slice(-weeksShown).map((one) => ({ ...one, sent: sentOf(one.figures) }));
  const said = ({ sent }: (typeof weeks)[number]): string =>
    sent.type === 'count' ? String(sent.sent) : sent.type === 'withheld' ? notShown : words[sent.type];
  const latest = weeks.findLast(({ sent }) => sent.due !== null);
  const hidden = weeks.filter(({ sent }) => sent.type === 'withheld').map(({ period }) => period);
  return {
    id: 'mondays',
    title: words.title,
    reading:
      latest?.sent.due == null
        ? words.none
        : latest.sent.type === 'count'
          ? words.reading.count(sayWeek(reader, latest.period), latest.sent.due, latest.sent.sent)
          : words.reading[latest.sent.type](sayWeek(reader, latest.period), latest.sent.due),
    chart:
      latest === undefined
        ? null
        : {
            type: 'bars',
            bars: weeks.map(({ period, sent }) => ({
              label: sayWeekShortly(reader, period),
              ...sentBar(sent, { notShown, nearlyAll: words.nearlyAllSign, few: words.fewSign }),
            })),
          },
    notes: [words.legend, ...hiddenWeeks(reader, hidden, (days) => withheld(days, smallest))],
    table: {
      columns: words.columns,
      rows: weeks.map((one) => [
        sayWeek(reader, one.period),
        one.sent.due === null ? notShown : String(one.sent.due),
        said(one),
      ]),
    },
  };
}

type Signs = Readonly<Record<'notShown' | 'nearlyAll' | 'few', string>>;

/** What's nearly all is drawn as all, with a sign instead of a number. */
function sentBar(sent: ReturnType<typeof sentOf>, signs: Signs): Omit<Bar, 'label'> {
  const whole = sent.due === null ? {} : { whole: sent.due };
  switch (sent.type) {
    case 'count':
      return { ...whole, value: sent.sent, said: String(sent.sent) };
    case 'nearlyAll':
      return { ...whole, value: sent.due, said: signs.nearlyAll };
    case 'few':
      return { ...whole, value: null, said: signs.few };
    case 'withheld':
      return { ...whole, value: null, said: signs.notShown };
  }
}

function checkinsPicture(reader: Reading, { figures, smallest }: Released): Picture {
  const { checkins: words, mondays, notShown, withheld, percent } = wordsFor(reader);
  const weeks = figures.week.slice(-weeksShown).map(({ period, figures: shown }) => ({
    period,
    share: shareOf(shown?.checkins ?? null, 'checked-in'),
  }));
  const latest = weeks.findLast(({ share }) => share !== null);
  const hidden = weeks.filter(({ share }) => share === null).map(({ period }) => period);
  const bar = ({ period, share }: (typeof weeks)[number]): Bar => {
    const label = sayWeekShortly(reader, period);
    if (share === null) return { label, value: null, said: notShown };
    if (share.type === 'share') return { label, value: share.percent, said: percent(share.percent) };
    return share.type === 'nearlyAll'
      ? { label, value: 100, said: mondays.nearlyAllSign }
      : { label, value: 0, said: mondays.fewSign };
  };
  const said = (share: (typeof weeks)[number]['share']): string => {
    if (share === null) return notShown;
    return share.type === 'share' ? percent(share.percent) : mondays[share.type];
  };
  return {
    id: 'checkins',
    title: words.title,
    reading:
      latest === undefined
        ? words.none
        : words.reading(said(latest.share).toLowerCase(), sayWeek(reader, latest.period)),
    chart: latest === undefined ? null : { type: 'bars', bars: weeks.map(bar), highest: 100 },
    notes: [words.legend, ...hiddenWeeks(reader, hidden, (days) => withheld(days, smallest))],
    table: {
      columns: words.columns,
      rows: weeks.map(({ period, share }) => [sayWeek(reader, period), said(share)]),
    },
  };
}

function hiddenWeeks(
  reader: Reading,
  weeks: readonly string[],
  say: (days: string) => string,
): readonly string[] {
  if (weeks.length === 0) return [];
  return [say(weeks.map((week) => sayWeekShortly(reader, week)).join(', '))];
}
