import { slug } from '../model/anchors.ts';
import type { NewFile } from './new-document.ts';
import { writeFrontMatter } from './front-matter-text.ts';
import { yamlGroup, yamlText } from './yaml-text.ts';

/** A whole review, from scoping to recommendations, as a skeleton to be filled. */

export interface ReviewFacts {
  readonly title: string;
  readonly type: string;
  readonly committee: string;
  /** The folder; made from the title unless given. */
  readonly id?: string;
  readonly question?: string;
  readonly commissionedBy?: string;
  readonly commissionedOn?: string;
  readonly chair?: string;
  readonly members: readonly string[];
  /** Short titles of the areas for improvement or lines of inquiry. */
  readonly areas: readonly string[];
  /** The day of the first meeting. */
  readonly firstMeeting: string;
}

/** Reviews that hear evidence on a question rather than on areas for improvement. */
const WITHOUT_AREAS = new Set(['select-committee', 'inquiry', 'one-day']);

/** The permanent name of a new review: its folder, and its place in addresses. */
export function reviewId(facts: Pick<ReviewFacts, 'title' | 'id'>): string {
  return facts.id ?? slug(facts.title);
}

/** Report, areas, scoping meeting, first recommendation, scoping document and conclusions table. */
export function newReview(facts: ReviewFacts): NewFile[] {
  const people = peopleOf(facts);
  const areas = facts.areas.length > 0 || WITHOUT_AREAS.has(facts.type) ? facts.areas : ['First area'];
  const folder = `reviews/${reviewId(facts)}`;
  const files: Record<string, string> = {
    'index.md': indexText(facts, people, areas.length > 0),
    ...Object.fromEntries(areas.map((title, index) => [`areas/${index + 1}.md`, areaText(title, index + 1)])),
    'meetings/1.md': scopingMeetingText(facts, people),
    'recommendations/1.md': recommendationText(),
    'appendices/a.md': scopingDocumentText(facts, areas),
    ...(areas.length > 0 ? { 'appendices/b.md': conclusionsText() } : {}),
  };
  return Object.entries(files).map(([path, text]) => ({ path: `${folder}/${path}`, text }));
}

interface NewPerson {
  readonly key: string;
  readonly name: string;
  readonly role: string;
}

/** People with keys made from their names, titles left out: `ann-example`. */
function peopleOf({ chair, members }: ReviewFacts): NewPerson[] {
  const named = [
    ...(chair ? [{ name: chair, role: 'Chair' }] : []),
    ...members.map((name) => ({ name, role: 'Member' })),
  ];
  const people = new Map<string, NewPerson>();
  for (const { name, role } of named) {
    const key = slug(name.replace(/^(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.?\s+/i, ''));
    if (!people.has(key)) people.set(key, { key, name, role });
  }
  return [...people.values()];
}

function indexText(facts: ReviewFacts, people: readonly NewPerson[], hasAreas: boolean): string {
  const rows = people.map(({ key, name, role }) => `\n  ${key}: ${yamlGroup({ name, group: 'member', role })}`);
  const commissioned = { by: facts.commissionedBy, date: facts.commissionedOn };
  const front = writeFrontMatter('review', {
    values: {
      draft: 'true',
      title: yamlText(facts.title),
      type: facts.type,
      committee: yamlText(facts.committee),
      commissioned: commissioned.by || commissioned.date ? yamlGroup(commissioned) : undefined,
      status: 'scoping',
      question: facts.question && yamlText(facts.question),
      people: rows.length > 0 ? rows.join('') : undefined,
    },
    comments: {
      draft: [
        'Only the preview shows a draft, with everything in it. Take this line out when the review may be published.',
      ],
      status: ['How far the review has come: scoping, gathering-evidence, interim, final.'],
      people: [
        'Everybody who appears in the record, each with a key that the meetings use.',
        'group: member, officer, partner, witness, contributor, public. People of the public are shown by their role only.',
        ...(rows.length > 0 ? [] : ['people:', '  ann-example: {name: Cllr Ann Example, group: member, role: Chair}']),
      ],
    },
  });
  return `${front}
<!-- The report. What stands between these marks is a note to yourself and is never published.
     Plain words become links: “Area 2”, “meeting 1”, “appendix A”, “recommendation 1”, “section 2”. -->

## 1 Introduction

<!-- Why the review was set up, by whom, and who took part. -->

Appendix A says what the review set out to find. Meeting 1 agreed it.${hasAreas ? ' Appendix B shows what was concluded on each area.' : ''}

## 2 What we did

<!-- Whom the review heard, what it read, where it went. -->

## 3 What we found

<!-- ${hasAreas ? 'Area by area: “On Area 1 we heard …”. The conclusions table is made from the meetings.' : 'Theme by theme, with the meeting at which each thing was heard.'} -->

## 4 What we recommend

<!-- Each recommendation has a file of its own in “recommendations”: npm run new -- recommendation -->
`;
}

function areaText(title: string, number: number): string {
  const front = writeFrontMatter('area', { values: { number: String(number), title: yamlText(title) } });
  return `${front}\n<!-- Background, if there is any. The notes of the meetings that considered this area are shown on its page by themselves. -->\n`;
}

function scopingMeetingText(facts: ReviewFacts, people: readonly NewPerson[]): string {
  const front = writeFrontMatter('meeting', {
    values: {
      number: '1',
      title: 'Scoping meeting',
      date: facts.firstMeeting,
      type: 'scoping',
      present: people.length > 0 ? `[${people.map(({ key }) => key).join(', ')}]` : undefined,
    },
    comments: {
      date: ['The day it met. Put it right if it was another one.'],
      ...(people.length > 0
        ? { present: ['Who was there. Take out who was not; apologies have a key of their own.'] }
        : {}),
    },
  });
  return `${front}
The meeting agreed the scope that stands in appendix A.

<!-- The notes. A heading that names an area, such as “## Area for Improvement 1”, opens that area’s part. -->
`;
}

function recommendationText(): string {
  const front = writeFrontMatter('recommendation', {
    values: { draft: 'true', number: '1', wording: 'To be written' },
    comments: {
      draft: ['Take this line out when the recommendation has been agreed.'],
      kind: [],
      wording: ['The exact wording.'],
    },
  });
  return `${front}\n<!-- The reasons. Name what they rest on: “Meeting 2 heard that …” becomes a link. -->\n`;
}

function scopingDocumentText(facts: ReviewFacts, areas: readonly string[]): string {
  const front = writeFrontMatter('appendix', {
    values: { letter: 'A', title: 'Scoping document' },
    comments: { generated: [] },
  });
  const question = facts.question ?? '<!-- The question, in one sentence. -->';
  const outside = '<!-- What the review leaves alone, and why. -->';
  const list = areas.map((_, index) => `- Area ${index + 1}`).join('\n');
  return `${front}
### What the review is to find out

${question}

### What it looks at

${list === '' ? '<!-- The themes or the witnesses. -->' : list}

### What it leaves out

${outside}

### Who takes part, and by when

<!-- Members, officers, witnesses; the dates of the meetings; the day of the report. -->
`;
}

function conclusionsText(): string {
  return writeFrontMatter('appendix', {
    values: { letter: 'B', title: 'Conclusions', generated: 'conclusions' },
    comments: { generated: ['The table is made from the meetings; nothing needs to be written here.'] },
  });
}
