import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanUp, ROOT, runCommand, temporaryFolder, writeContent } from '../support/site.ts';
import { recordFigure } from './figures.ts';

/**
 * Every number in a generated table, computed a second time: from the front matter as it stands in the files to the words
 * as they stand in the printed pages, by the contract of the format. Nothing of `src/` is used, on purpose.
 */

const MONTHS = 2;

type Facts = Record<string, unknown>;
interface Entry {
  readonly data: Facts;
}
interface Review {
  readonly id: string;
  readonly data: Facts;
  readonly areas: readonly Entry[];
  readonly meetings: readonly Entry[];
  readonly recommendations: readonly Entry[];
}

// ---- The files, read without the compiler -------------------------------------------------------------------------

function frontMatter(file: string): Facts {
  return parse(readFileSync(file, 'utf8').split(/^---\r?$/m)[1]!, { schema: 'failsafe' }) as Facts;
}

function folder(path: string): Entry[] {
  let names: string[];
  try {
    names = readdirSync(path).filter((name) => name.endsWith('.md'));
  } catch {
    return [];
  }
  return names
    .map((name) => ({ data: frontMatter(join(path, name)) }))
    .filter(({ data }) => data.draft !== 'true')
    .sort((a, b) => Number(a.data.number) - Number(b.data.number));
}

function readReviews(content: string): Review[] {
  return readdirSync(join(content, 'reviews')).map((id) => {
    const at = join(content, 'reviews', id);
    return {
      id,
      data: frontMatter(join(at, 'index.md')),
      areas: folder(join(at, 'areas')),
      meetings: folder(join(at, 'meetings')),
      recommendations: folder(join(at, 'recommendations')),
    };
  });
}

/** A fact as the file writes it: the failsafe schema of YAML makes every scalar a text. */
const word = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? `${value}` : '');
const list = (value: unknown): string[] => (value === undefined ? [] : [value].flat().map(word));
const objects = (value: unknown): Facts[] => (value === undefined ? [] : ([value].flat() as Facts[]));

// ---- What the contract says ----------------------------------------------------------------------------------------

const ASSURANCE: Record<string, string> = {
  reviewed: 'reviewed',
  verbal: 'verbal assurance',
  written: 'written assurance',
  further: 'further assurance',
  'none-requested': 'no action requested',
};
const OUTCOME: Record<string, string> = {
  satisfied: 'Satisfied with progress',
  'partly-satisfied': 'Partly satisfied with progress',
  'not-satisfied': 'Not satisfied with progress',
  'awaiting-evidence': 'Awaiting evidence',
};
const ACTION: Record<string, string> = {
  'not-started': 'actions not started',
  'in-progress': 'actions in progress',
  complete: 'actions complete',
};
const STATE: Record<string, string> = {
  accepted: 'Accepted',
  'partly-accepted': 'Partly accepted',
  rejected: 'Rejected',
  noted: 'Noted',
  'on-track': 'On track',
  'at-risk': 'At risk',
  overdue: 'Overdue',
  achieved: 'Achieved',
  'not-achieved': 'Not achieved',
  superseded: 'Superseded',
};
const OVERDUE = 'Overdue: no response recorded';
const AWAITING = 'Awaiting a response';

const spoken = (numbers: readonly unknown[]) =>
  numbers.length < 2 ? numbers.join('') : `${numbers.slice(0, -1).join(', ')} and ${word(numbers.at(-1))}`;
const some = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** Two months from the day of receipt, less a day, by counting days on the calendar. */
function dueDay({ due, sent }: Facts): string | undefined {
  if (due !== undefined) return word(due);
  if (sent === undefined || !/^\d{4}-\d\d-\d\d$/.test(word(sent))) return undefined;
  const [year, month, day] = word(sent).split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + MONTHS + 1, 0)).getUTCDate();
  // The day before the corresponding date; where the month has no such day, its last day ends the period.
  const end =
    day > lastOfMonth
      ? new Date(Date.UTC(year, month - 1 + MONTHS, lastOfMonth))
      : new Date(Date.UTC(year, month - 1 + MONTHS, day - 1));
  return end.toISOString().slice(0, 10);
}

function stateOf({ data }: Entry, today: string): string {
  const progress = objects(data.progress).sort((a, b) => word(a.date).localeCompare(word(b.date)));
  if (progress.length > 0) return STATE[word(progress.at(-1)!.status)]!;
  const response = data.response as Facts | undefined;
  if (response) return response.decision === undefined ? 'Answered' : STATE[word(response.decision)]!;
  const due = dueDay(data);
  if (due !== undefined && due < today) return OVERDUE;
  return data.sent === undefined ? 'Not yet sent' : AWAITING;
}

function conclusionRow(review: Review, area: Entry): string[] {
  const { organisations } = review.data as { organisations?: Record<string, Facts> };
  const taken = review.meetings
    .flatMap(({ data }) =>
      objects(data.considered)
        .filter((entry) => entry.area === area.data.number)
        .map((entry): Facts => ({ ...entry, meeting: data.number, date: data.date })),
    )
    .sort((a, b) => word(a.date).localeCompare(word(b.date)) || Number(a.meeting) - Number(b.meeting));
  const kinds = [...new Set(taken.flatMap(({ assurance }) => (assurance === undefined ? [] : [word(assurance)])))];
  const assurance = kinds.map((kind) => {
    const meetings = [...new Set(taken.filter((entry) => entry.assurance === kind).map(({ meeting }) => meeting))];
    return `${ASSURANCE[kind]} at meeting${meetings.length === 1 ? '' : 's'} ${spoken(meetings)}`;
  });
  const outcome = taken.filter((entry) => entry.outcome !== undefined).at(-1)?.outcome;
  const lead = list(area.data.lead)
    .map((key) => word(organisations?.[key]?.abbreviation ?? organisations?.[key]?.name ?? key))
    .join(', ');
  const action = area.data.action === undefined ? '' : ACTION[word(area.data.action)]!;
  return [
    word(area.data.number),
    `${word(area.data.title)}${word(area.data.wording ?? '')}`,
    [lead, action].filter((part) => part !== '').join(' – '),
    assurance.join(' / '),
    outcome === undefined ? '' : OUTCOME[word(outcome)]!,
  ];
}

// ---- A record put together at random -------------------------------------------------------------------------------

function makeRecord(seed: number): Record<string, string> {
  let state = seed;
  const below = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!;
  const maybe = <T>(make: () => T): T | undefined => (below(3) === 0 ? undefined : make());
  const date = (year: number) => new Date(Date.UTC(year, below(12), below(28) + 1)).toISOString().slice(0, 10);
  const write = (data: Facts, body = '') => `---\n${stringify(JSON.parse(JSON.stringify(data)))}---\n${body}`;
  const files: Record<string, string> = {
    'site.yaml':
      'name: Scrutiny reviews\norganisation: Anytown Borough Council\nurl: https://scrutiny.example.org/\nresponse: {months: 2}\n',
  };
  for (let review = 1; review <= 12; review++) {
    const at = `reviews/record-${review}`;
    const year = 2012 + below(8);
    files[`${at}/index.md`] = write({
      title: `Record ${review}`,
      type: 'task-and-finish',
      committee: pick(['Harbour Committee', 'Quay Committee']),
      status: pick(['final', 'interim']),
      published: maybe(() => date(year)),
      organisations: {
        board: { name: 'Harbour Board', abbreviation: 'HB' },
        trust: { name: 'Quay Trust' },
      },
      people: {
        ann: { name: 'Cllr Ann Example', group: 'member', role: 'Chair' },
        [`person-${review}`]: { name: `Ben Sample${'abcdefghijkl'[review - 1]}`, group: 'officer', role: 'Officer' },
      },
    });
    const areas = below(14);
    for (let area = 1; area <= areas; area++)
      files[`${at}/areas/file-${area}.md`] = write({
        number: area,
        title: `Area title ${review}-${area}`,
        wording: maybe(() => `Do thing ${review}-${area}.`),
        lead: maybe(() => pick([['board'], ['trust'], ['board', 'trust']])),
        action: maybe(() => pick(Object.keys(ACTION))),
      });
    const meetings = below(6) + 1;
    const days = Array.from({ length: meetings }, () => date(year)).sort();
    for (let meeting = 1; meeting <= meetings; meeting++) {
      const considered = Array.from({ length: areas }, (_, index) => index + 1).flatMap((area) =>
        below(2) === 0
          ? []
          : [
              {
                area,
                ...pick([
                  { assurance: 'none-requested' },
                  { assurance: 'reviewed', outcome: pick(Object.keys(OUTCOME)) },
                  { assurance: 'verbal', outcome: pick(Object.keys(OUTCOME)) },
                  { assurance: 'written' },
                  { assurance: 'further', outcome: 'satisfied' },
                ]),
              },
            ],
      );
      const actions = Array.from({ length: below(4) }, (_, index) => ({
        action: `Bring paper ${review}-${meeting}-${index}`,
        owner: pick(['board', 'ann', `person-${review}`]),
        due: maybe(() => date(year + 1)),
        done: maybe(() => date(year + 1)),
      }));
      files[`${at}/meetings/file-${meeting}.md`] = write({
        number: meeting,
        title: `Meeting title ${review}-${meeting}`,
        date: days[meeting - 1],
        present: pick([['ann'], [`person-${review}`], ['ann', `person-${review}`]]),
        considered,
        actions,
      });
    }
    for (let number = 1; number <= below(7); number++) {
      const sent = maybe(() => pick([date(2020), date(2019), '2019-12-31', '2020-05-31', '2020-06-01']));
      files[`${at}/recommendations/file-${number}.md`] = write({
        number,
        wording: `Let thing ${review}-${number} be done.`,
        to: maybe(() => [pick(['Cabinet', 'Harbour Board'])]),
        sent,
        due: below(5) === 0 && sent ? '2020-07-30' : undefined,
        response:
          below(2) === 0 && sent ? { date: sent, decision: pick(['accepted', 'rejected', 'noted']) } : undefined,
        progress:
          below(4) === 0
            ? Array.from({ length: 3 }, () => ({ date: date(2021), status: pick(Object.keys(STATE).slice(4)) }))
            : undefined,
      });
    }
  }
  return files;
}

// ---- The pages, read as text ---------------------------------------------------------------------------------------

const ENTITIES: Record<string, string> = { '&amp;': '&', '&#39;': "'", '&quot;': '"', '&lt;': '<', '&gt;': '>' };
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|#39|quot|lt|gt);/g, (entity) => ENTITIES[entity]!)
    .replace(/\s+/g, ' ')
    .trim();
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found]) => found!);
const main = (html: string) => /<main[\s\S]*<\/main>/.exec(html)![0];
const items = (html: string) => all(main(html), /<li id="([\s\S]*?)<\/li>/g);
const facets = (html: string, name: string) =>
  Object.fromEntries(
    all(new RegExp(`<details data-facet="${name}">[\\s\\S]*?</details>`).exec(html)?.[0] ?? '', /<li>([\s\S]*?)<\/li>/g)
      .map(textOf)
      .map((text) => /^(.*) \((\d+)\)$/.exec(text)!)
      .map(([, text, count]) => [text, Number(count)]),
  ) as Record<string, number>;
const countEach = (values: readonly string[]) => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

describe.each([
  ['the reviews of this project', '2026-11-01', () => join(ROOT, 'content')],
  ['records put together at random', '2020-07-31', () => writeContent(temporaryFolder(), makeRecord(20200731))],
])('%s', (name, today, contentFolder) => {
  let site: string;
  let reviews: Review[];
  let compared = 0;
  const page = (path: string) => readFileSync(join(site, path, 'index.html'), 'utf8');
  const data = (file: string) => JSON.parse(readFileSync(join(site, 'data', file), 'utf8')) as Facts[];
  const same = (actual: unknown, wanted: unknown, what: string) => {
    compared++;
    expect(actual, what).toEqual(wanted);
  };

  beforeAll(async () => {
    const content = contentFolder();
    site = join(temporaryFolder(), 'site');
    const built = await runCommand('build', '--content', content, '--output', site, '--today', today);
    expect(built.code, built.stdout + built.stderr).toBe(0);
    // Reviews with a date to come are not published on this day.
    reviews = readReviews(content).filter(
      ({ data: facts }) => facts.draft !== 'true' && word(facts.published ?? '') <= today,
    );
    expect(reviews.length).toBeGreaterThan(0);
  });
  afterAll(() => {
    recordFigure('Nothing is false', `${name}, computed a second time`, `${compared} rows and counts compared`);
    cleanUp();
  });

  test('conclusions tables: pages and files', () => {
    for (const review of reviews.filter(({ areas }) => areas.length > 0)) {
      const wanted = review.areas.map((area) => conclusionRow(review, area));
      const html = page(`reviews/${review.id}/conclusions`);
      const rows = all(/<tbody>[\s\S]*?<\/tbody>/.exec(html)![0], /<tr\b([\s\S]*?)<\/tr>/g).map((row) =>
        all(row, /<t[hd]\b[^>]*>([\s\S]*?)<\/t[hd]>/g).map(textOf),
      );
      same(rows.length, wanted.length, review.id);
      rows.forEach((row, index) => same(row, wanted[index], `${review.id}, row ${index + 1}`));
      const json = JSON.parse(readFileSync(join(site, 'reviews', review.id, 'conclusions.json'), 'utf8')) as Facts[];
      json.forEach((row, index) =>
        same(
          [word(row.area), row.assuranceText, row.outcomeText],
          [wanted[index]![0], wanted[index]![3], wanted[index]![4]],
          `conclusions.json of ${review.id}, row ${index + 1}`,
        ),
      );
      const csv = readFileSync(join(site, 'reviews', review.id, 'conclusions.csv'), 'utf8').trimEnd();
      same(csv.split(/\r?\n(?=\d+,)/).length - 1, wanted.length, `rows of conclusions.csv of ${review.id}`);
    }
  });

  test('the register of recommendations: each state and date, the counts above it, its facets, its files', () => {
    const wanted = reviews.flatMap((review) =>
      review.recommendations
        .filter(({ data: facts }) => facts.kind !== 'conclusion')
        .map((entry) => ({
          id: `${review.id}-recommendation-${word(entry.data.number)}`,
          entry,
          state: stateOf(entry, today),
        })),
    );
    const html = page('recommendations');
    const printed = items(html);
    same(printed.length, wanted.length, 'recommendations in the register');
    for (const { id, entry, state } of wanted) {
      const item = printed.find((text) => text.startsWith(`${id}"`))!;
      same(textOf(/<span class="app-tag[^>]*>([\s\S]*?)<\/span>/.exec(item)![1]!), state, id);
      const due = dueDay(entry.data);
      if (due)
        same(textOf(item).includes(`Due ${dayText(due)}`), true, `${id} is due on ${dayText(due)}: ${textOf(item)}`);
    }
    const waiting = wanted.filter(({ state }) => state === OVERDUE || state === AWAITING).length;
    const overdue = wanted.filter(({ state }) => state === OVERDUE).length;
    const lede = textOf(/<p class="app-lede">([\s\S]*?)<\/p>/.exec(html)![1]!);
    same(lede.startsWith(`${some(wanted.length, 'recommendation')}.`), true, lede);
    if (waiting > 0) same(Number(/(\d+) awaits? a response/.exec(lede)?.[1]), waiting, lede);
    if (overdue > 0 && overdue < waiting) same(Number(/(\d+) of them overdue/.exec(lede)?.[1]), overdue, lede);
    same(facets(html, 'state'), countEach(wanted.map(({ state }) => state)), 'the facet of states');
    same(facets(html, 'to'), countEach(wanted.flatMap(({ entry }) => list(entry.data.to))), 'the facet of addressees');
    const rows = data('recommendations.json').filter((row) => row.kind === 'recommendation');
    same(
      rows
        .map(({ review, number, state, due }) =>
          [`${word(review)}-recommendation-${word(number)}`, state, due].join(' '),
        )
        .sort(),
      wanted.map(({ id, state, entry }) => [id, state, dueDay(entry.data) ?? ''].join(' ')).sort(),
      'recommendations.json',
    );
  });

  test('the action log', () => {
    const wanted = reviews.flatMap((review) =>
      review.meetings.flatMap(({ data: facts }) =>
        objects(facts.actions).map((action, index) => ({
          id: `${review.id}-meeting-${word(facts.number)}-action-${index + 1}`,
          isDone: action.done !== undefined,
        })),
      ),
    );
    const html = page('actions');
    const printed = items(html).map((item) => item.slice(0, item.indexOf('"')));
    same([...printed].sort(), wanted.map(({ id }) => id).sort(), 'actions in the log');
    const open = wanted.filter(({ isDone }) => !isDone).length;
    const lede = textOf(/<p class="app-lede">([\s\S]*?)<\/p>/.exec(html)![1]!);
    same(lede.startsWith(some(wanted.length, 'action')), true, lede);
    if (open > 0) same(Number(/(\d+) not recorded as done/.exec(lede)?.[1]), open, lede);
    same(data('actions.json').length, wanted.length, 'actions.json');
  });

  test('the matrix of evidence: which meeting considered which area', () => {
    for (const review of reviews.filter(({ areas, meetings }) => areas.length > 0 && meetings.length > 0)) {
      const html = /<table class="app-matrix[\s\S]*?<\/table>/.exec(page(`reviews/${review.id}`))?.[0];
      if (html === undefined) {
        // Nothing was considered: there is no picture of it.
        same(review.meetings.flatMap(({ data: facts }) => objects(facts.considered)).length, 0, review.id);
        continue;
      }
      const cells = all(html, /<tr\b[^>]*>([\s\S]*?)<\/tr>/g)
        .map((row) => all(row, /(<td\b[^>]*>[\s\S]*?)<\/td>/g))
        .filter((row) => row.length > 0);
      same(cells.length, review.areas.length, `rows of the matrix of ${review.id}`);
      review.areas.forEach((area, row) =>
        review.meetings.forEach((meeting, column) => {
          const isConsidered = objects(meeting.data.considered).some((entry) => entry.area === area.data.number);
          same(
            textOf(cells[row]![column]!) !== '',
            isConsidered,
            `${review.id}: area ${word(area.data.number)} at meeting ${word(meeting.data.number)}`,
          );
        }),
      );
    }
  });

  test('reviews, their counts and facets; meetings by date; people and the meetings that they came to', () => {
    const html = page('reviews');
    same(textOf(main(html)).includes(some(reviews.length, 'review')), true, 'the number of reviews');
    same(
      facets(html, 'committee'),
      countEach(reviews.map(({ data: facts }) => word(facts.committee))),
      'the facet of committees',
    );
    // A review without a date of publication stands under the year of its last meeting.
    const years = reviews.flatMap(({ data: facts, meetings }) => {
      const date =
        facts.published ??
        meetings
          .map((meeting) => word(meeting.data.date))
          .sort()
          .at(-1);
      return date === undefined ? [] : [word(date).slice(0, 4)];
    });
    for (const [year, count] of Object.entries(countEach(years)))
      same(facets(html, 'year')[year], count, `reviews of ${year}`);
    const cards = all(main(html), /<li data-filters="([\s\S]*?)<\/li>/g);
    for (const review of reviews) {
      const card = textOf(cards.find((text) => text.includes(`"/reviews/${review.id}/"`))!);
      const count = review.recommendations.filter(({ data: facts }) => facts.kind !== 'conclusion').length;
      same(/(\d+) recommendations?$/.exec(card)?.[1], count > 0 ? word(count) : undefined, card);
      same(/· (\d+) areas?\b/.exec(card)?.[1], review.areas.length > 0 ? word(review.areas.length) : undefined, card);
      const row = data('reviews.json').find((each) => each.review === review.id)!;
      same(
        [row.areas, row.meetings, row.recommendations],
        [review.areas.length, review.meetings.length, review.recommendations.length],
        `reviews.json: ${review.id}`,
      );
    }
    const meetings = reviews.flatMap(
      (review) =>
        review.meetings.map(({ data: facts }) => ({
          url: `/reviews/${review.id}/meetings/${word(facts.number)}/`,
          ...facts,
        })) as Facts[],
    );
    const byDate = main(page('meetings'));
    same(
      all(byDate, /<a href="(\/reviews\/[^"]*\/meetings\/\d+\/)"/g).sort(),
      meetings.map(({ url }) => word(url)).sort(),
      'meetings by date',
    );
    for (const part of byDate.split('<h2>').slice(1)) {
      const year = part.slice(0, 4);
      same(
        all(part, /<a href="(\/reviews\/[^"]*\/meetings\/\d+\/)"/g).length,
        meetings.filter((meeting) => word(meeting.date).startsWith(year)).length,
        `meetings in ${year}`,
      );
    }
    const keys = new Set(
      reviews.flatMap(({ data: facts }) =>
        Object.entries((facts.people ?? {}) as Record<string, Facts>)
          .filter(([, person]) => (person.publish ?? defaultRule(word(person.group))) === 'name')
          .map(([key]) => key),
      ),
    );
    for (const key of keys)
      same(
        all(main(page(`people/${key}`)), /<a href="(\/reviews\/[^"]*\/meetings\/\d+\/)">Meeting/g).sort(),
        meetings
          .filter(({ present }) => list(present).includes(key))
          .map(({ url }) => word(url))
          .sort(),
        `meetings of ${key}`,
      );
  });
});

function defaultRule(group: string): string {
  return ['member', 'officer', 'partner', 'witness'].includes(group) ? 'name' : 'role-only';
}

function dayText(date: string): string {
  const months = 'January February March April May June July August September October November December'.split(' ');
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${day} ${months[month - 1]} ${year}`;
}
