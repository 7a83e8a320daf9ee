import { sayHalfYear, sayQuarter } from '../../calendar/say.ts';
import type { Reader } from '../../chat/reader.ts';
import { shareOf } from '../figures/lines.ts';
import { latestPoint } from './curve.ts';
import { sentOf } from './mondays.ts';
import { sayWeek } from './periods.ts';
import type { Released } from './read.ts';
import { wordsFor } from './words.ts';

type Reading = Pick<Reader, 'language'>;

/** What someone who leads a hospital asks, with what can be answered: in large letters, and in a sentence. */
export interface Answer {
  readonly question: string;
  readonly answer: string;
  readonly said: string;
}

/** Five questions, each answered by what was released and by nothing else. */
export function answersTo(reader: Reading, released: Released): readonly Answer[] {
  const { answers } = wordsFor(reader);
  return [
    { question: answers.howMany.question, ...howMany(reader, released) },
    { question: answers.growing.question, ...growing(reader, released) },
    { question: answers.keeping.question, ...keeping(reader, released) },
    { question: answers.monday.question, ...monday(reader, released) },
    { question: answers.cost.question, answer: answers.cost.free, said: answers.cost.hours },
  ];
}

type Answered = Omit<Answer, 'question'>;

function quarters({ figures }: Released) {
  return figures.quarter.flatMap(({ period, figures: shown }) =>
    shown === null || shown.members === null ? [] : [{ period, ...shown, members: shown.members }],
  );
}

function howMany(reader: Reading, released: Released): Answered {
  const { answers } = wordsFor(reader);
  const latest = quarters(released).at(-1);
  if (latest === undefined) return { answer: answers.tooEarly, said: answers.howMany.none };
  const when = sayQuarter(latest.period, reader);
  const { members, pairs } = latest;
  return {
    answer: answers.howMany.members(members),
    said: pairs === null ? answers.howMany.atTheEnd(when) : answers.howMany.inPairs(pairs, when),
  };
}

function growing(reader: Reading, released: Released): Answered {
  const { tooEarly, growing: words } = wordsFor(reader).answers;
  const [before, now] = quarters(released).slice(-2);
  if (before === undefined || now === undefined) return { answer: tooEarly, said: words.none };
  const [from, to] = [before, now].map(({ period }) => sayQuarter(period, reader)) as [string, string];
  return {
    answer: words[now.members > before.members ? 'yes' : now.members < before.members ? 'smaller' : 'steady'],
    said: words.fromTo(before.members, from, now.members, to),
  };
}

function keeping(reader: Reading, released: Released): Answered {
  const { tooEarly, keeping: words } = wordsFor(reader).answers;
  const latest = latestPoint(released);
  if (latest?.point == null) return { answer: tooEarly, said: words.none };
  const { halfYear, months, point, shareBefore } = latest;
  const said = words.since(sayHalfYear(halfYear, reader), months);
  if (point.type === 'share') return { answer: words.share(point.share), said };
  const isBelowAll = point.type === 'as-before' && shareBefore !== null;
  return { answer: isBelowAll ? words.nearly(shareBefore) : words[point.type], said };
}

function monday(reader: Reading, { figures }: Released): Answered {
  const { tooEarly, monday: words } = wordsFor(reader).answers;
  const latest = figures.week.findLast((one) => sentOf(one.figures).due !== null);
  const sent = sentOf(latest?.figures ?? null);
  if (latest === undefined || sent.due === null) return { answer: tooEarly, said: words.none };
  const checkins = shareOf(latest.figures?.checkins ?? null, 'checked-in');
  const day = sayWeek(reader, latest.period);
  const checked =
    checkins === null
      ? ''
      : ` ${checkins.type === 'share' ? words.checkins(checkins.percent) : words[`${checkins.type}CheckedIn`]}`;
  const answer = sent.type === 'count' ? words.of(sent.sent, sent.due) : words[sent.type];
  return {
    answer,
    said: `${sent.type === 'count' ? words.sent.count(day) : words.sent[sent.type](day, sent.due)}${checked}`,
  };
}
