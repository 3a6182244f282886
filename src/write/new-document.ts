import type { Review } from '../model/catalogue.ts';
import { slug } from '../model/anchors.ts';
import type { Considered } from '../model/kinds.ts';
import { writeFrontMatter, type FrontMatterFacts } from './front-matter-text.ts';
import { FOLDER_OF, nextLetter, nextNumber, numberedFileName } from './next-name.ts';
import { yamlGroup, yamlList, yamlText } from './yaml-text.ts';

/** The text of new documents: what is known filled in, what is to be written said in comments. */

export interface NewFile {
  /** Relative to the content folder. */
  readonly path: string;
  readonly text: string;
}

const DRAFT = ['Only the preview shows a draft. Take this line out when the document may be published.'];

/** A review that is a draft holds back everything in it, so its documents need no line of their own. */
function draftLines(review: Review | undefined): Required<FrontMatterFacts> {
  return review?.index.draft ? { values: {}, comments: {} } : { values: { draft: 'true' }, comments: { draft: DRAFT } };
}

export interface AreaFacts {
  readonly title: string;
  readonly wording?: string;
  readonly source?: string;
  readonly lead?: readonly string[];
  readonly number?: number;
}

/** A new area for improvement, or line of inquiry. */
export function newArea(review: Review, facts: AreaFacts, paths: readonly string[]): NewFile {
  const number = facts.number ?? nextNumber(review, 'area', paths);
  const draft = draftLines(review);
  const front = writeFrontMatter('area', {
    values: {
      ...draft.values,
      number: String(number),
      title: yamlText(facts.title),
      wording: facts.wording && yamlText(facts.wording),
      source: facts.source && yamlText(facts.source),
      lead: facts.lead && (facts.lead.length === 1 ? yamlText(facts.lead[0]!) : yamlList(facts.lead)),
    },
    comments: draft.comments,
  });
  const body = `<!-- Background, if there is any. The notes of the meetings that considered this area are shown on its page by themselves. -->\n`;
  return inReview(review, 'area', numberedFileName(review, 'area', number, paths), front, body);
}

export interface MeetingFacts {
  readonly title: string;
  readonly date: string;
  readonly type?: string;
  readonly present: readonly string[];
  readonly apologies: readonly string[];
  readonly considered: readonly Considered[];
  readonly number?: number;
  /** The letter of the appendix in which the notes are printed. */
  readonly appendix?: string;
}

/** A new meeting: who may have been there, and the areas that no meeting has considered yet. */
export function newMeeting(review: Review, facts: MeetingFacts, paths: readonly string[]): NewFile {
  const number = facts.number ?? nextNumber(review, 'meeting', paths);
  const draft = draftLines(review);
  const waiting = areasNotConsidered(review).filter(
    (area) => !facts.considered.some((entry) => entry.area === area.number),
  );
  const front = writeFrontMatter('meeting', {
    values: {
      ...draft.values,
      number: String(number),
      title: yamlText(facts.title),
      date: facts.date,
      type: facts.type,
      appendix: facts.appendix,
      present: facts.present.length > 0 ? yamlList(facts.present) : undefined,
      apologies: facts.apologies.length > 0 ? yamlList(facts.apologies) : undefined,
      considered:
        facts.considered.length > 0
          ? facts.considered.map((entry) => `\n  - ${consideredText(entry)}`).join('')
          : undefined,
    },
    comments: {
      ...draft.comments,
      ...(facts.present.length > 0
        ? { present: ['Who was there. Take out who was not; apologies have a key of their own.'] }
        : {}),
      considered: consideredComments(waiting, facts.considered.length > 0),
    },
  });
  return inReview(
    review,
    'meeting',
    numberedFileName(review, 'meeting', number, paths),
    front,
    meetingBody(review, facts),
  );
}

function consideredText({ area, assurance, outcome, note }: Considered): string {
  return yamlGroup({ area: String(area), assurance, outcome, note });
}

function consideredComments(waiting: readonly { number: number; title: string }[], isBegun: boolean): string[] {
  const how = [
    'The areas it considered. How assurance was given: reviewed, verbal, written, further, none-requested.',
    'What it concluded: satisfied, partly-satisfied, not-satisfied, awaiting-evidence; left out when nothing was.',
  ];
  if (waiting.length === 0) return how;
  const rows = waiting.map(
    ({ number, title }) => `  - {area: ${number}, assurance: reviewed, outcome: satisfied}   # ${title}`,
  );
  return [
    ...how,
    isBegun
      ? 'No meeting has considered these yet; move a line below “considered:” and take out its first # if this one did:'
      : 'No meeting has considered these yet; take out the first # of “considered:” and of each area that this one did:',
    ...(isBegun ? [] : ['considered:']),
    ...rows,
  ];
}

/** Areas without an entry in any meeting, drafts counted. */
export function areasNotConsidered(review: Review): { number: number; title: string }[] {
  const done = new Set(review.meetings.flatMap(({ data }) => (data.considered ?? []).map(({ area }) => area)));
  return review.areas.flatMap(({ data }) =>
    done.has(data.number) ? [] : [{ number: data.number, title: data.title }],
  );
}

function meetingBody(review: Review, { considered }: MeetingFacts): string {
  const parts = considered.map(({ area }) => {
    const title = review.areas.find(({ data }) => data.number === area)?.data.title;
    return `## Area for Improvement ${area}\n\n<!-- ${title === undefined ? '' : `${title.replaceAll('--', '–')}: `}what the meeting heard, from whom, and what it concluded. -->\n`;
  });
  const how =
    '<!-- The notes. A heading that names an area, such as “## Area for Improvement 3”, opens that area’s part: the area’s page shows it as evidence. -->\n';
  return [how, ...parts].join('\n');
}

export interface RecommendationFacts {
  readonly wording: string;
  readonly title?: string;
  readonly kind?: string;
  readonly paragraph?: string;
  readonly to?: readonly string[];
  readonly sent?: string;
  readonly number?: number;
}

/** A new recommendation (or conclusion). */
export function newRecommendation(review: Review, facts: RecommendationFacts, paths: readonly string[]): NewFile {
  const number = facts.number ?? nextNumber(review, 'recommendation', paths);
  const draft = draftLines(review);
  const front = writeFrontMatter('recommendation', {
    values: {
      ...draft.values,
      number: String(number),
      kind: facts.kind,
      title: facts.title && yamlText(facts.title),
      wording: yamlText(facts.wording),
      paragraph: facts.paragraph,
      to: facts.to && facts.to.length > 0 ? yamlList(facts.to) : undefined,
      sent: facts.sent,
    },
    comments: { ...draft.comments, ...(facts.kind === undefined ? { kind: [] } : {}) },
  });
  const body =
    '<!-- The reasons. Name what they rest on in plain words, “meeting 2 heard that …” or “Area 3”, and it becomes a link. -->\n';
  return inReview(review, 'recommendation', numberedFileName(review, 'recommendation', number, paths), front, body);
}

export interface AppendixFacts {
  readonly title: string;
  readonly letter?: string;
  /** The conclusions table is printed in place of a text. */
  readonly generated?: boolean;
}

/** A new appendix. */
export function newAppendix(review: Review, facts: AppendixFacts): NewFile {
  const letter = facts.letter ?? nextLetter(review);
  const draft = draftLines(review);
  const front = writeFrontMatter('appendix', {
    values: {
      ...draft.values,
      letter,
      title: yamlText(facts.title),
      generated: facts.generated ? 'conclusions' : undefined,
    },
    comments: { ...draft.comments, ...(facts.generated ? {} : { generated: [] }) },
  });
  const body = facts.generated
    ? ''
    : '<!-- The text. A PDF or a picture goes into the review’s folder “files”: [The plans](../files/plans.pdf). -->\n';
  return inReview(review, 'appendix', `${letter.toLowerCase()}.md`, front, body);
}

export interface PageFacts {
  readonly title: string;
  readonly summary?: string;
  /** The file's name without its ending; made from the title unless given. */
  readonly name?: string;
}

/** A new ordinary page. */
export function newPage(facts: PageFacts): NewFile {
  const draft = draftLines(undefined);
  const front = writeFrontMatter('page', {
    values: { ...draft.values, title: yamlText(facts.title), summary: facts.summary && yamlText(facts.summary) },
    comments: draft.comments,
  });
  return { path: `pages/${facts.name ?? slug(facts.title)}.md`, text: `${front}\n<!-- The text of the page. -->\n` };
}

function inReview(review: Review, kind: keyof typeof FOLDER_OF, name: string, front: string, body: string): NewFile {
  return { path: `reviews/${review.id}/${FOLDER_OF[kind]}/${name}`, text: body === '' ? front : `${front}\n${body}` };
}
