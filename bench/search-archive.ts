/**
 * A made-up archive for measuring the search: as many documents as wanted, whose words are as frequent as those of real
 * texts (few are in nearly every document, most in hardly any: Zipf's law). The same seed gives the same texts.
 */

/** Documents of one review: the report, 20 areas, 5 meetings, 8 recommendations, 2 appendices. */
export const DOCUMENTS_PER_REVIEW = 36;
const WORDS = 20_000;
const START = 'b br c ch d dr f fl g gr h k l m n p pl r s sh st t tr v w'.split(' ');
const MIDDLE = 'a e i o u ai ea oo ou'.split(' ');
const END = 'b ck d ft g l ll m n nd ng nt p r rd rm s sh st t th x'.split(' ');
const FIRST = 'Ann Ben Cora Dan Edith Fred Grace Hugh Ivy Jack Kate Liam'.split(' ');
const LAST = 'Example Sample Specimen Muster Invented Placeholder Tester Madeup Fiction Fable'.split(' ');
const BODIES = ['Harbour Board', 'Quay Trust', 'Ferry Company', 'Port Police', 'Coastal Fund'];
const OUTCOMES = ['satisfied', 'satisfied', 'partly-satisfied', 'not-satisfied', 'awaiting-evidence'];
const FUNCTION_WORDS =
  'the of and to a in that was for on by it with as is be were at had not from have which their or has been but they this'.split(
    ' ',
  );

type Random = () => number;

/** The same people sit on many reviews. */
const PEOPLE = Array.from({ length: 300 }, (_, at) => ({
  key: `person-${at}`,
  name: `${FIRST[at % FIRST.length]} ${capital(wordOfRank(5000 + at * 7))}-${LAST[at % LAST.length]}`,
}));

function random(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The word of a rank: 0 is the most frequent. The same on every machine. */
export function wordOfRank(rank: number): string {
  const next = random(rank * 7919 + 13);
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)]!;
  const syllables = rank < 300 ? 2 : 3;
  return Array.from(
    { length: syllables },
    (_, at) => pick(START) + pick(MIDDLE) + (at === syllables - 1 ? pick(END) : ''),
  ).join('');
}

/** The archive's files: path → text. */
export function makeSearchArchive(documents: number): Map<string, string> {
  const files = new Map([
    [
      'site.yaml',
      'name: Scrutiny reviews\norganisation: Anytown Borough Council\nurl: https://scrutiny.example.org/\n',
    ],
  ]);
  const reviews = Math.ceil(documents / DOCUMENTS_PER_REVIEW);
  for (let review = 1; review <= reviews; review++) writeReview(files, review, random(review));
  return files;
}

function writeReview(files: Map<string, string>, review: number, next: Random): void {
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  // A review has words of its own, so that each is about something.
  const own = Array.from({ length: 60 }, () => 200 + below(WORDS - 200));
  const word = () =>
    next() < 0.4 ? pick(FUNCTION_WORDS) : wordOfRank(next() < 0.25 ? pick(own) : Math.floor(WORDS ** next()) - 1);
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  const sentence = () => `${capital(words(8 + below(14)))}.`;
  const paragraph = () => Array.from({ length: 2 + below(4) }, sentence).join(' ');
  const title = () => capital(`${wordOfRank(pick(own))} ${wordOfRank(pick(own))}`);
  const year = 2000 + (review % 25);
  const date = (month: number, day: number) =>
    `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const folder = `reviews/review-${review}`;
  const put = (path: string, front: readonly string[], body: string) =>
    files.set(`${folder}/${path}`, `---\n${front.join('\n')}\n---\n\n${body}\n`);
  const people = [...new Set(Array.from({ length: 9 }, () => PEOPLE[below(PEOPLE.length)]!))];

  put(
    'index.md',
    [
      `title: ${title()} ${review}`,
      'type: task-and-finish',
      `committee: ${pick(BODIES)} Scrutiny Committee`,
      `published: ${date(12, 1)}`,
      'status: final',
      `topics: [${wordOfRank(300 + below(60))}, ${wordOfRank(300 + below(60))}]`,
      'organisations:',
      ...BODIES.map((name) => `  ${name.toLowerCase().replace(' ', '-')}: {name: ${name}}`),
      'people:',
      ...people.map(({ key, name }) => `  ${key}: {name: ${name}, group: officer, role: Officer}`),
    ],
    [1, 2, 3, 4, 5, 6].map((at) => `## ${at} ${title()}\n\n${paragraph()}\n\n${paragraph()}`).join('\n\n'),
  );
  for (let area = 1; area <= 20; area++)
    put(
      `areas/${area}.md`,
      [
        `number: ${area}`,
        `title: ${title()}`,
        `wording: ${sentence()}`,
        `lead: ${pick(BODIES).toLowerCase().replace(' ', '-')}`,
        'action: complete',
      ],
      paragraph(),
    );
  for (let meeting = 1; meeting <= 5; meeting++) {
    const areas = [1, 2, 3, 4].map((at) => (meeting - 1) * 4 + at);
    put(
      `meetings/${meeting}.md`,
      [
        `number: ${meeting}`,
        `title: ${title()}`,
        `date: ${date(meeting + 2, 1 + below(28))}`,
        `present: [${people.map(({ key }) => key).join(', ')}]`,
        'considered:',
        ...areas.map((area) => `  - {area: ${area}, assurance: reviewed, outcome: ${pick(OUTCOMES)}}`),
      ],
      areas
        .map((area) => `## Area for Improvement ${area}\n\n${paragraph()}\n\n${paragraph()}\n\n${paragraph()}`)
        .join('\n\n'),
    );
  }
  for (let number = 1; number <= 8; number++)
    put(
      `recommendations/${number}.md`,
      [
        `number: ${number}`,
        `title: ${title()}`,
        `wording: ${sentence()}`,
        `to: [${pick(BODIES)}]`,
        `sent: ${date(12, 1)}`,
      ],
      paragraph(),
    );
  for (const letter of 'AB')
    put(
      `appendices/${letter.toLowerCase()}.md`,
      [`letter: ${letter}`, `title: ${title()}`],
      `${paragraph()}\n\n${paragraph()}`,
    );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
