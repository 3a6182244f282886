/**
 * This file is long because it is the contract: every key of every kind of document, with its manual.
 */
import { z } from 'zod';
import {
  date,
  hexColour,
  key,
  languageTag,
  letter,
  list,
  oneOf,
  sitePath,
  text,
  webAddress,
  wholeNumber,
  yesNo,
} from './scalars.ts';

/**
 * One schema for each kind of document: the contract with the clerks (content format, version 1).
 * Each field's description is its manual; messages, JSON Schemas and the reference page are made from here.
 */

const about = <T extends z.ZodType>(schema: T, description: string): T => schema.describe(description);
const maybe = <T extends z.ZodType>(schema: T, description: string) => about(schema.optional(), description);

export const ASSURANCES = ['reviewed', 'verbal', 'written', 'further', 'none-requested'] as const;
export const OUTCOMES = ['satisfied', 'partly-satisfied', 'not-satisfied', 'awaiting-evidence'] as const;
export const ACTION_STATES = ['not-started', 'in-progress', 'complete'] as const;
export const DECISIONS = ['accepted', 'partly-accepted', 'rejected', 'noted'] as const;
export const PROGRESS_STATES = ['on-track', 'at-risk', 'overdue', 'achieved', 'not-achieved', 'superseded'] as const;
export const REVIEW_TYPES = [
  'task-and-finish',
  'select-committee',
  'inquiry',
  'in-depth',
  'one-day',
  'standing',
] as const;
export const REVIEW_STATES = ['scoping', 'gathering-evidence', 'interim', 'final'] as const;
export const MEETING_TYPES = ['scoping', 'evidence', 'deliberation', 'interim', 'final', 'site-visit'] as const;
export const PERSON_GROUPS = ['member', 'officer', 'partner', 'witness', 'contributor', 'public'] as const;

const contact = z.strictObject({
  name: maybe(text(), 'The person to write to'),
  team: maybe(text(), 'The team that answers'),
  email: maybe(text(), 'An e-mail address that may be published'),
  telephone: maybe(text(), 'A telephone number that may be published'),
});

const common = {
  draft: maybe(yesNo(), 'true keeps the document in the preview only'),
  restricted: maybe(
    z.strictObject({
      paragraph: about(
        wholeNumber(),
        'The paragraph of Schedule 12A (Local Government Act 1972) that exempts it, 1 to 7',
      ),
      summary: maybe(text(), 'What the public may know'),
    }),
    'Exempt information: the body is never published, the summary is',
  ),
  corrections: maybe(
    list(z.strictObject({ date: about(date(), 'When'), note: about(text(), 'What was put right') })),
    'What was put right after publication',
  ),
  formerly: maybe(list(sitePath()), 'Addresses the document had before; they lead here'),
  language: maybe(languageTag(), "The language, when it differs from the site's"),
  translationOf: maybe(text(), 'The path of the document this one translates'),
  checked: maybe(
    list(
      z.strictObject({
        code: about(text(), 'The code of the finding'),
        about: maybe(text(), 'Words of the message or of the place, when only some findings of that code are meant'),
        because: about(text(), 'Why it is right as it stands'),
      }),
    ),
    'Findings that were looked at and are right as they stand',
  ),
};

const site = z.strictObject({
  name: about(text(), 'The name of the site'),
  organisation: about(text(), 'Who publishes it'),
  url: maybe(webAddress(), 'Where it is published; may carry a path'),
  language: maybe(languageTag(), 'The language of the site'),
  contact: maybe(contact, 'Who answers questions'),
  response: maybe(
    z.strictObject({
      months: about(wholeNumber(), 'How many months a decision maker has to respond (s.9FE Local Government Act 2000)'),
    }),
    'The clock for responses',
  ),
  repository: maybe(webAddress(), 'Where the source files are kept'),
  colour: maybe(hexColour(), 'The colour of the header: dark enough for white text'),
  logo: maybe(text(), 'A picture in the content folder, next to site.yaml: logo.svg'),
  licence: maybe(
    z.strictObject({
      name: about(text(), 'The name of the licence'),
      url: maybe(webAddress(), 'Where its text stands'),
    }),
    'Under which terms the record may be used',
  ),
  accessibility: maybe(
    z.strictObject({
      status: about(
        oneOf(['fully', 'partially', 'not']),
        'How far the site meets WCAG 2.2 AA: fully, partially or not',
      ),
      problems: maybe(list(text()), 'What is known not to work, and for whom'),
      burden: maybe(list(text()), 'What is left undone because it would be a disproportionate burden'),
      exempt: maybe(list(text()), 'What the regulations do not cover'),
      prepared: about(date(), 'When the statement was prepared'),
      reviewed: maybe(date(), 'When it was last reviewed'),
      tested: maybe(date(), 'When the site was last tested'),
      tester: maybe(text(), 'Who tested it, and how'),
    }),
    'Facts for the accessibility statement',
  ),
  search: maybe(
    z.strictObject({
      also: maybe(
        list(
          z.strictObject({
            name: about(text(), 'The name of the site, as readers know it'),
            url: about(webAddress(), 'Its home page'),
          }),
        ),
        'Other sites made with this program that the search page searches too',
      ),
    }),
    'The search page',
  ),
  footer: maybe(
    list(z.strictObject({ text: about(text(), 'What it says'), url: about(text(), 'Where it leads') })),
    'More links at the foot of every page',
  ),
});

const organisation = z.strictObject({
  name: about(text(), 'The full name'),
  abbreviation: maybe(text(), 'How tables call it'),
  also: maybe(list(text()), 'Other names it goes by'),
});

const person = z.strictObject({
  name: about(text(), 'The name, with a title where one is used'),
  group: about(oneOf(PERSON_GROUPS), 'Why the person appears in the record'),
  role: maybe(text(), 'What the person did or was'),
  organisation: maybe(text(), 'A key of `organisations`, or a plain name'),
  publish: maybe(
    oneOf(['name', 'role-only', 'withheld']),
    'What is published of the person; by default the name, for contributors and the public the role only',
  ),
});

const review = z.strictObject({
  ...common,
  title: about(text(), 'The name of the review'),
  type: about(oneOf(REVIEW_TYPES), 'What kind of review it is'),
  committee: about(text(), 'The committee it belongs to'),
  group: maybe(text(), 'How the conclusions table calls the reviewing group'),
  commissioned: maybe(
    z.strictObject({ by: maybe(text(), 'Who asked for it'), date: maybe(date(), 'When') }),
    'Who asked for the review, and when',
  ),
  published: maybe(date(), 'When the report is or was published; a day to come keeps it in the preview until then'),
  status: about(oneOf(REVIEW_STATES), 'How far the review has come'),
  question: maybe(text(), 'What the review asked, in one sentence'),
  answer: maybe(text(), 'What it found, in one or two sentences; made from the conclusions unless given'),
  topics: maybe(list(text()), 'What it is about'),
  abbreviations: maybe(z.record(z.string(), text()), 'Abbreviations and what they stand for'),
  organisations: maybe(z.record(z.string(), organisation), 'Bodies that appear in the review'),
  people: maybe(z.record(z.string(), person), 'People who appear in the review'),
  contact: maybe(contact, 'Who answers questions about it'),
  reference: maybe(text(), "The publisher's own number"),
  paragraphs: maybe(oneOf(['numbered']), "`numbered` when the narrative's paragraphs carry numbers"),
  response: maybe(
    z.strictObject({
      reference: maybe(text(), "The response's own number"),
      received: maybe(date(), 'When it came'),
      published: maybe(date(), 'When it was published'),
    }),
    'One response to the whole report',
  ),
});

const area = z.strictObject({
  ...common,
  number: about(wholeNumber(), 'Its number, unique in the review'),
  title: about(text(), 'A short title'),
  wording: maybe(text(), 'The exact wording'),
  source: maybe(text(), 'Who identified it'),
  lead: maybe(list(key()), 'The lead agency: a key of `organisations`, or a list of them'),
  action: maybe(oneOf(ACTION_STATES), 'How far the action on it has come'),
  theme: maybe(text(), 'What it belongs to'),
});

const meeting = z.strictObject({
  ...common,
  number: about(wholeNumber(), 'Its number, unique in the review'),
  title: about(text(), 'What kind of meeting it was'),
  date: about(date(), 'When it met'),
  type: maybe(oneOf(MEETING_TYPES), 'What it was for'),
  appendix: maybe(letter(), 'The letter of the appendix in which its notes are printed'),
  present: maybe(list(key()), 'Who was there: keys of `people`'),
  apologies: maybe(list(key()), 'Who sent apologies: keys of `people`'),
  considered: maybe(
    z.array(
      z.strictObject({
        area: about(wholeNumber(), "The area's number"),
        assurance: maybe(oneOf(ASSURANCES), 'How assurance was given; left out when the area was only discussed'),
        outcome: maybe(oneOf(OUTCOMES), 'What the meeting concluded'),
        note: maybe(text(), 'A short remark'),
      }),
    ),
    'The areas it considered, how, and with what outcome',
  ),
  actions: maybe(
    z.array(
      z.strictObject({
        action: about(text(), 'What is to be done'),
        owner: maybe(list(text()), 'Who does it: a key of `people` or `organisations`, or a plain name; or a list'),
        due: maybe(date(), 'By when'),
        done: maybe(date(), 'When it was done'),
      }),
    ),
    'What was agreed to be done',
  ),
});

const recommendation = z.strictObject({
  ...common,
  number: about(wholeNumber(), 'Its number, unique in the review'),
  kind: maybe(
    oneOf(['recommendation', 'conclusion']),
    'Some committees number conclusions and recommendations in one list',
  ),
  title: maybe(text(), 'A short title'),
  wording: about(text(), 'The exact wording'),
  paragraph: maybe(wholeNumber(), 'The paragraph of the report it comes from'),
  to: maybe(list(text()), 'Who must respond'),
  sent: maybe(date(), 'When they received it: starts the response clock'),
  due: maybe(date(), 'Only to override the response clock'),
  response: maybe(
    z.strictObject({
      date: maybe(date(), 'When the response was given'),
      decision: maybe(oneOf(DECISIONS), 'What was decided'),
      by: maybe(text(), 'Who decided'),
      number: maybe(wholeNumber(), 'The number the response gives it, where the response renumbers'),
      text: maybe(text(), 'What was answered'),
    }),
    'The answer',
  ),
  progress: maybe(
    z.array(
      z.strictObject({
        date: about(date(), 'When it was reported'),
        status: about(oneOf(PROGRESS_STATES), 'How it stands'),
        note: maybe(text(), 'A short remark'),
      }),
    ),
    'What was reported since',
  ),
});

const appendix = z.strictObject({
  ...common,
  letter: about(letter(), 'Its letter, unique in the review'),
  title: about(text(), 'What it is'),
  generated: maybe(oneOf(['conclusions']), '`conclusions` prints the conclusions table here, instead of a body'),
});

const page = z.strictObject({
  ...common,
  title: about(text(), 'The title of the page'),
  summary: maybe(text(), 'One sentence for lists and search engines'),
});

/** The schema of each kind of document. `site` is site.yaml; the others are Markdown files with front matter. */
export const SCHEMAS = { site, review, area, meeting, recommendation, appendix, page } as const;

export type FileKind = keyof typeof SCHEMAS;
export type DocumentKind = Exclude<FileKind, 'site'>;

export interface DataOf {
  site: z.output<typeof site>;
  review: z.output<typeof review>;
  area: z.output<typeof area>;
  meeting: z.output<typeof meeting>;
  recommendation: z.output<typeof recommendation>;
  appendix: z.output<typeof appendix>;
  page: z.output<typeof page>;
}

export type Considered = NonNullable<DataOf['meeting']['considered']>[number];
export type MeetingAction = NonNullable<DataOf['meeting']['actions']>[number];
export type Person = NonNullable<DataOf['review']['people']>[string];
export type Organisation = NonNullable<DataOf['review']['organisations']>[string];
export type Assurance = (typeof ASSURANCES)[number];
export type Outcome = (typeof OUTCOMES)[number];
export type PersonGroup = (typeof PERSON_GROUPS)[number];

/** Kinds in the order in which lists and search show them. */
export const DOCUMENT_KINDS: readonly DocumentKind[] = [
  'review',
  'area',
  'meeting',
  'recommendation',
  'appendix',
  'page',
];
