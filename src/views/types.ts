/**
 * This file is long because it is the whole contract between TypeScript and the layouts.
 */
import type { Assurance, Outcome } from '../model/kinds.ts';
import type { Words } from '../words/en.ts';

/**
 * What layouts print. Plain, acyclic, frozen data: everything on a page is in its view.
 * Text is text and is escaped by the layout; only fields whose name ends in `Html` are ready-made, safe HTML.
 * Every `url` is ready to print (with the site's path before it); every date and count is already in words.
 */

export interface LinkView {
  readonly text: string;
  /** Absent where there is nothing to lead to. */
  readonly url?: string;
}

/** One row of a list of facts: term and one or more values. */
export interface FactView {
  readonly term: string;
  readonly values: readonly LinkView[];
}

/** Colour and sign of a state; the words always say it too. */
export type Tone = 'good' | 'partly' | 'bad' | 'waiting' | 'neutral';

export interface StateView {
  readonly text: string;
  readonly tone: Tone;
}

/** What all pages share. One frozen object, passed by reference. */
export interface SiteView {
  readonly name: string;
  readonly organisation: string;
  readonly language: string;
  readonly homeUrl: string;
  readonly searchUrl: string;
  /** Where search forms lead without JavaScript. */
  readonly everythingUrl: string;
  readonly assetsUrl: string;
  /** Empty while the site has no address: a feed must name one. */
  readonly feedUrl: string;
  /** The Content-Security-Policy that every page carries: what may run and be loaded. */
  readonly contentPolicy: string;
  /** `https://host/path/` without the page, for canonical addresses; empty when site.yaml gives no address. */
  readonly origin: string;
  readonly footer: readonly LinkView[];
  readonly contact: readonly FactView[];
  /** True when site.yaml sets a colour: `theme.css` then stands beside the styles. */
  readonly hasTheme: boolean;
  /** Empty without a logo. */
  readonly logoUrl: string;
  readonly licence: LinkView;
  readonly isPreview: boolean;
  /** Preview only: how many problems the content has. */
  readonly problemCount: number;
  readonly words: Words;
}

export interface ProblemView {
  readonly code: string;
  readonly severity: string;
  readonly place: string;
  readonly message: string;
  readonly hint: string;
}

/** What the search index is told of a page; pages without it are not indexed. */
export interface SearchRecordView {
  /** What counts more than prose: title, wording. */
  readonly meta: readonly { readonly name: string; readonly value: string }[];
}

export interface TocEntry {
  readonly text: string;
  readonly url: string;
  readonly children: readonly TocEntry[];
}

/** A sentence elsewhere that refers to this page. */
export interface BacklinkView {
  readonly from: LinkView;
  /** Where the sentence stands. */
  readonly url: string;
  readonly before: string;
  readonly reference: string;
  readonly after: string;
}

export interface CorrectionView {
  readonly date: string;
  readonly note: string;
}

/** What every page has. */
export interface PageView {
  /** Name of the layout, without `.njk`. */
  readonly layout: string;
  /** Address on the site, with the site's path: `/scrutiny/reviews/x/`. */
  readonly url: string;
  /** Where the page is written, relative to the output folder. */
  readonly file: string;
  readonly canonical: string;
  readonly site: SiteView;
  readonly language: string;
  /** The h1. */
  readonly title: string;
  /** Small words above the h1: what kind of document, of which review. */
  readonly caption: string;
  /** The `<title>` element. */
  readonly windowTitle: string;
  readonly description: string;
  readonly breadcrumbs: readonly LinkView[];
  /** The site's main parts; the one that this page belongs to is current. */
  readonly navigation: readonly { readonly text: string; readonly url: string; readonly isCurrent: boolean }[];
  readonly search?: SearchRecordView;
  /** Preview only: mistakes in this page's source file. */
  readonly problems: readonly ProblemView[];
  /** How to cite this page: title, publisher, date, permanent address; empty where there is nothing to cite. */
  readonly citation: string;
  readonly isDraft: boolean;
  /** Why the body is not printed; empty when it is. */
  readonly restrictedNotice: string;
  readonly restrictedSummary: string;
  readonly corrections: readonly CorrectionView[];
  /** The same in other languages; `language` is a tag. */
  readonly translations: readonly { readonly text: string; readonly url: string; readonly language: string }[];
  /** Link to the file's source and history, when the site names a repository. */
  readonly sourceLinks: readonly LinkView[];
}

/** A row in a list of documents. */
export interface ListItemView {
  readonly link: LinkView;
  readonly meta: readonly string[];
  readonly text: string;
  readonly state?: StateView;
  /** What filters in the browser look at: `committee` → its words. */
  readonly filters?: readonly { readonly name: string; readonly value: string }[];
}

export interface ConclusionRowView {
  /** `area-8`: the row's permanent anchor. */
  readonly anchor: string;
  readonly number: number;
  readonly area: LinkView;
  readonly wording: string;
  readonly lead: readonly LinkView[];
  /** “WCC – actions complete” */
  readonly leadText: string;
  /** “actions complete”, empty when unknown. */
  readonly actionText: string;
  /** The same as it stands behind the agencies: “ – actions complete”. */
  readonly actionAfterLead: string;
  readonly action: string | null;
  /** The assurance cell piece by piece, meetings linked. */
  readonly assurance: readonly LinkView[];
  readonly assuranceText: string;
  readonly assuranceKinds: readonly { readonly kind: Assurance; readonly meetings: readonly number[] }[];
  readonly outcome: Outcome | null;
  readonly outcomeText: string;
  readonly outcomeState?: StateView;
  /** The notes on which the conclusion rests. */
  readonly outcomeUrl?: string;
  readonly evidence: readonly { readonly meeting: number; readonly url: string }[];
}

/** One bar of a small chart; `percent` is the share of the whole in whole per cents, as text. */
export interface CountView extends StateView {
  readonly count: string;
  readonly percent: string;
}

export interface ConclusionsTableView {
  readonly caption: string;
  /** How many areas came to which conclusion. */
  readonly counts: readonly CountView[];
  /** What the table can be filtered by: the words as they stand in its cells. */
  readonly agencies: readonly string[];
  readonly meetings: readonly string[];
  readonly outcomes: readonly string[];
  readonly rows: readonly ConclusionRowView[];
  /** “17 areas: satisfied with progress; 3 areas: no assurance requested.” */
  readonly summary: string;
  readonly jsonUrl: string;
  readonly csvUrl: string;
  readonly pageUrl: string;
}

/** Where a document stands in its review: links to the one before and after. */
export interface NeighboursView {
  readonly previous?: LinkView;
  readonly next?: LinkView;
}

export interface DocumentPageView extends PageView {
  readonly review: LinkView;
  readonly facts: readonly FactView[];
  readonly bodyHtml: string;
  readonly contents: readonly TocEntry[];
  readonly neighbours: NeighboursView;
  readonly backlinks: readonly BacklinkView[];
}

export interface PersonView {
  /** The anchor on the review's page. */
  readonly anchor: string;
  readonly name: LinkView;
  readonly role: string;
  readonly organisation: string;
}

export interface PeopleGroupView {
  readonly heading: string;
  readonly people: readonly PersonView[];
}

export interface RecommendationItemView {
  readonly anchor: string;
  readonly link: LinkView;
  readonly review: LinkView;
  readonly wordingHtml: string;
  readonly to: readonly string[];
  readonly state: StateView;
  readonly due: string;
  /** ISO date for sorting; empty when there is none. */
  readonly dueIso: string;
  readonly decision: string;
  /** What filters in the browser look at; only registers have them. */
  readonly filters?: readonly { readonly name: string; readonly value: string }[];
}

export interface MeetingItemView {
  readonly link: LinkView;
  readonly review: LinkView;
  readonly date: string;
  readonly type: string;
  readonly areas: readonly LinkView[];
}

/** How assurance on an area was given at a meeting, and what was concluded. */
export interface MatrixCellView {
  /** Empty where the meeting did not consider the area. */
  readonly text: string;
  readonly outcome: string;
  readonly tone: Tone;
  readonly url: string;
}

/** The picture of the evidence: areas down, meetings across. */
export interface MatrixView {
  readonly caption: string;
  readonly meetings: readonly { readonly link: LinkView; readonly date: string }[];
  readonly rows: readonly {
    readonly number: number;
    readonly area: LinkView;
    readonly cells: readonly MatrixCellView[];
  }[];
}

/** Something that happened in a review, on a day or in a month. */
export interface EventView {
  /** ISO date for `<time>`. */
  readonly isoDate: string;
  readonly date: string;
  readonly link: LinkView;
  readonly text: string;
}

export interface ReviewPageView extends DocumentPageView {
  readonly layout: 'review';
  readonly state: StateView;
  /** What was asked, in the review's own words. */
  readonly question: string;
  /** What was found, in a sentence or two made from the record. */
  readonly answer: string;
  readonly matrix?: MatrixView;
  /** From commissioning to the last response. */
  readonly timeline: readonly EventView[];
  /** “Recommendations”, or “Conclusions and recommendations” where the committee numbers both in one list. */
  readonly recommendationsHeading: string;
  readonly recommendations: readonly RecommendationItemView[];
  readonly conclusions?: ConclusionsTableView;
  readonly meetings: readonly MeetingItemView[];
  readonly areas: readonly ListItemView[];
  readonly appendices: readonly ListItemView[];
  readonly people: readonly PeopleGroupView[];
  readonly organisations: readonly ListItemView[];
  readonly abbreviations: readonly FactView[];
  readonly printUrl: string;
  readonly checksUrl: string;
}

export interface EvidenceView {
  /** The anchor on the area's page. */
  readonly anchor: string;
  readonly meeting: LinkView;
  readonly date: string;
  readonly present: readonly LinkView[];
  readonly assurance: string;
  readonly outcome?: StateView;
  readonly note: string;
  /** The section of the notes; empty when the notes have none. */
  readonly notesHtml: string;
  readonly notesUrl: string;
}

export interface AreaPageView extends DocumentPageView {
  readonly layout: 'area';
  readonly wordingHtml: string;
  readonly outcome?: StateView;
  readonly evidence: readonly EvidenceView[];
}

export interface ConsideredView {
  readonly anchor: string;
  readonly area: LinkView;
  readonly assurance: string;
  readonly outcome?: StateView;
  readonly noteHtml: string;
  readonly sectionUrl: string;
}

export interface ActionView {
  readonly anchor: string;
  readonly actionHtml: string;
  readonly owners: readonly LinkView[];
  readonly due: string;
  readonly done: string;
  readonly state: StateView;
  readonly meeting: LinkView;
  readonly review: LinkView;
}

export interface MeetingPageView extends DocumentPageView {
  readonly layout: 'meeting';
  readonly present: readonly PeopleGroupView[];
  readonly apologies: readonly PersonView[];
  readonly considered: readonly ConsideredView[];
  readonly actions: readonly ActionView[];
}

export interface ProgressView {
  readonly date: string;
  readonly state: StateView;
  readonly noteHtml: string;
}

export interface RecommendationPageView extends DocumentPageView {
  readonly layout: 'recommendation';
  readonly wordingHtml: string;
  readonly state: StateView;
  /** The response clock in a sentence; empty when it does not run. */
  readonly clock: string;
  readonly responseFacts: readonly FactView[];
  readonly responseHtml: string;
  readonly progress: readonly ProgressView[];
}

export interface AppendixPageView extends DocumentPageView {
  readonly layout: 'appendix';
  readonly conclusions?: ConclusionsTableView;
}

export interface ConclusionsPageView extends PageView {
  readonly layout: 'conclusions';
  readonly review: LinkView;
  readonly conclusions: ConclusionsTableView;
}

/** A list page: archive, register, people, a person, a committee, a topic, an organisation. */
export interface ListPageView extends PageView {
  readonly layout: 'list';
  readonly intro: string;
  readonly facts: readonly FactView[];
  readonly groups: readonly { readonly heading: string; readonly items: readonly ListItemView[] }[];
  readonly empty: string;
  /** Ways to narrow the list: generated pages, which scripts turn into filters in place. */
  readonly facets: readonly FacetView[];
}

/** One way to narrow a list; each value leads to a page with the narrowed list. */
export interface FacetView {
  /** The name under which items carry their values: `committee`. */
  readonly name: string;
  readonly heading: string;
  readonly values: readonly {
    readonly text: string;
    readonly url: string;
    readonly count: string;
    readonly isCurrent: boolean;
  }[];
}

/** Every action that meetings agreed. */
export interface ActionsPageView extends PageView {
  readonly layout: 'actions';
  readonly summary: string;
  readonly actions: readonly ActionView[];
  readonly empty: string;
}

/** Abbreviations of all reviews. */
export interface GlossaryPageView extends PageView {
  readonly layout: 'glossary';
  readonly entries: readonly FactView[];
  readonly empty: string;
}

export interface RegisterPageView extends PageView {
  readonly layout: 'register';
  readonly intro: string;
  /** “12 recommendations; 3 awaiting a response, 1 of them overdue.” */
  readonly summary: string;
  readonly facets: readonly FacetView[];
  readonly recommendations: readonly RecommendationItemView[];
  readonly empty: string;
}

export interface HomePageView extends PageView {
  readonly layout: 'home';
  readonly reviews: readonly ListItemView[];
  readonly awaiting: readonly RecommendationItemView[];
  /** What happened last, over all reviews. */
  readonly changes: readonly EventView[];
  readonly allReviewsUrl: string;
  readonly registerUrl: string;
}

export interface PlainPageView extends PageView {
  readonly layout: 'page';
  readonly bodyHtml: string;
  readonly contents: readonly TocEntry[];
}

/** The accessibility statement: headings with paragraphs and lists, in the order that the regulations' model has. */
export interface StatementPageView extends PageView {
  readonly layout: 'statement';
  readonly sections: readonly {
    readonly heading: string;
    readonly paragraphs: readonly string[];
    readonly items: readonly string[];
    readonly links: readonly LinkView[];
  }[];
}

export interface PrintPageView extends PageView {
  readonly layout: 'print';
  readonly review: LinkView;
  readonly facts: readonly FactView[];
  readonly contents: readonly TocEntry[];
  readonly conclusions?: ConclusionsTableView;
  /** Narrative, areas, meetings, recommendations and appendices, one after the other. */
  readonly parts: readonly {
    readonly anchor: string;
    readonly title: string;
    readonly facts: readonly FactView[];
    readonly wordingHtml: string;
    readonly bodyHtml: string;
    readonly conclusions?: ConclusionsTableView;
  }[];
}

export interface SearchPageView extends PageView {
  readonly layout: 'search';
  /** Folder of the search index. */
  readonly indexUrl: string;
  /** Where the form leads without JavaScript. */
  readonly everythingUrl: string;
  /** All documents, as long as they are few; else all reviews. */
  readonly everything: readonly { readonly heading: string; readonly items: readonly ListItemView[] }[];
  /** Where else to look when nothing is found. */
  readonly browse: readonly LinkView[];
}

/** The index of everything, in which the browser's own search works. */
export interface EverythingPageView extends PageView {
  readonly layout: 'everything';
  readonly everything: readonly { readonly heading: string; readonly items: readonly ListItemView[] }[];
}

/** A rule that ran over a review. */
export interface RuleView {
  readonly code: string;
  readonly title: string;
  /** The rule's place on the public page about the checks; empty without one. */
  readonly url: string;
  readonly severity: string;
}

/** One finding as the public reads it. */
export interface FindingView {
  readonly code: string;
  readonly severity: string;
  readonly document: LinkView;
  readonly message: string;
  /** Why it was kept; empty for findings that stand. */
  readonly because: string;
}

/** How a review's record was checked. */
export interface ChecksPageView extends PageView {
  readonly layout: 'checks';
  readonly review: LinkView;
  readonly summary: string;
  readonly found: readonly FindingView[];
  readonly kept: readonly FindingView[];
  readonly noneFound: string;
  readonly noneKept: string;
  readonly families: readonly { readonly heading: string; readonly rules: readonly RuleView[] }[];
}

/** What each check means, with examples. */
export interface AboutChecksPageView extends PageView {
  readonly layout: 'about-checks';
  readonly families: readonly {
    readonly anchor: string;
    readonly heading: string;
    readonly rules: readonly {
      readonly anchor: string;
      readonly title: string;
      readonly code: string;
      readonly severity: string;
      readonly textHtml: string;
    }[];
  }[];
}

export interface NotFoundPageView extends PageView {
  readonly layout: 'not-found';
}

/** A page that leads to another one: `formerly`. */
export interface RedirectPageView extends PageView {
  readonly layout: 'redirect';
  readonly target: LinkView;
}

export type AnyPageView =
  | HomePageView
  | ListPageView
  | RegisterPageView
  | ActionsPageView
  | GlossaryPageView
  | ReviewPageView
  | ConclusionsPageView
  | PrintPageView
  | AreaPageView
  | MeetingPageView
  | RecommendationPageView
  | AppendixPageView
  | PlainPageView
  | SearchPageView
  | EverythingPageView
  | NotFoundPageView
  | ChecksPageView
  | StatementPageView
  | AboutChecksPageView
  | RedirectPageView;

/** Where a page stands. */
export type PageAddress = Pick<PageView, 'layout' | 'file' | 'url'>;

/** What lists of all pages need of one: small, so that a large archive's can be held together. */
export interface PageEntry extends PageAddress, Pick<PageView, 'canonical' | 'title' | 'caption'> {
  /** True when the search finds it. */
  readonly isRecord: boolean;
}
