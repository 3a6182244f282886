/**
 * Every diagnostic code: how serious it is and which family it belongs to.
 * Each has a page `help/<code>.md` with what it means, a wrong example and a right one; the tests hold code and page together.
 */

/** error: false or broken for certain, stops publishing. warning: probably wrong. advice: for a person's judgement. */
export type Severity = 'error' | 'warning' | 'advice';

export type Family =
  | 'files'
  | 'front matter'
  | 'links'
  | 'coverage'
  | 'quotation'
  | 'counts'
  | 'structure'
  | 'dates'
  | 'people'
  | 'names'
  | 'actions'
  | 'recommendations'
  | 'privacy'
  | 'likeness'
  | 'record';

interface CodeInfo {
  readonly severity: Severity;
  readonly family: Family;
}

const error = (family: Family): CodeInfo => ({ severity: 'error', family });
const warning = (family: Family): CodeInfo => ({ severity: 'warning', family });
const advice = (family: Family): CodeInfo => ({ severity: 'advice', family });

export const CODES = {
  'file-not-utf8': error('files'),
  'file-misplaced': error('files'),
  'character-unseen': warning('files'),
  'merge-conflict': error('files'),
  'site-missing': warning('files'),
  'review-index-missing': error('files'),
  'address-taken': error('files'),

  'front-matter-missing': error('front matter'),
  'front-matter-unclosed': error('front matter'),
  'front-matter-language': error('front matter'),
  'yaml-tab': error('front matter'),
  'yaml-colon': error('front matter'),
  'yaml-duplicate-key': error('front matter'),
  'yaml-alias': error('front matter'),
  'yaml-syntax': error('front matter'),
  'field-missing': error('front matter'),
  'field-unknown': error('front matter'),
  'field-type': error('front matter'),
  'field-value': error('front matter'),
  'date-invalid': error('front matter'),
  'number-duplicate': error('front matter'),
  'letter-duplicate': error('front matter'),
  'outcome-not-asked': error('front matter'),
  'considered-twice': error('front matter'),

  'reference-unknown': error('links'),
  'reference-malformed': error('links'),
  'link-broken': error('links'),
  'image-external': error('links'),
  'image-alt-missing': warning('links'),
  'raw-html': warning('links'),
  'container-unknown': error('links'),
  'restricted-unclosed': error('links'),
  'paragraph-sequence': warning('structure'),

  // actions
  'request-unrecorded': warning('actions'),
  'action-owner-missing': warning('actions'),
  'action-overdue': warning('actions'),
  'action-open': advice('actions'),
  'evidence-unrecorded': advice('actions'),

  // likeness
  'wording-alike': advice('likeness'),
  'word-doubled': warning('likeness'),
  'markup-stray': warning('likeness'),
  'paragraph-broken': warning('likeness'),
  'row-split': warning('likeness'),

  // links
  'address-malformed': warning('links'),
  'attachment-unused': advice('links'),
  'external-broken': warning('links'),

  // coverage
  'area-not-considered': warning('coverage'),
  'considered-without-notes': warning('coverage'),
  'section-not-considered': warning('coverage'),
  'outcome-not-in-notes': advice('coverage'),
  'outcome-missing': warning('coverage'),
  'outcomes-disagree': warning('coverage'),
  'lead-not-in-wording': advice('coverage'),
  'meeting-without-record': warning('coverage'),
  'satisfied-while-asking': warning('coverage'),

  // quotation
  'quotation-differs': warning('quotation'),
  'quotation-punctuation': advice('quotation'),

  // recommendations
  'recommendation-no-addressee': warning('recommendations'),
  'recommendation-no-date': advice('recommendations'),
  'recommendation-no-evidence': advice('recommendations'),
  'recommendation-settled': advice('recommendations'),
  'response-overdue': warning('recommendations'),
  'response-missing': warning('recommendations'),
  'response-late': warning('recommendations'),
  'response-undecided': advice('recommendations'),

  // counts
  'count-differs': warning('counts'),
  'lead-count-differs': warning('counts'),
  'people-count-differs': warning('counts'),
  'list-differs': warning('counts'),
  'claim-not-all': advice('counts'),
  'sum-differs': advice('counts'),

  // structure
  'number-skipped': warning('structure'),
  'section-sequence': warning('structure'),
  'heading-repeated': advice('structure'),
  'heading-level': advice('structure'),
  'appendix-uncited': advice('structure'),
  'appendix-mislabelled': warning('structure'),
  'contents-differ': warning('structure'),
  'area-called-recommendation': warning('structure'),
  'paragraph-differs': warning('structure'),

  // dates
  'weekday-wrong': warning('dates'),
  'date-impossible': warning('dates'),
  'date-differs': warning('dates'),
  'date-no-meeting': warning('dates'),
  'meeting-not-dated': advice('dates'),
  'year-missing': advice('dates'),
  'meeting-outside-review': warning('dates'),
  'dates-reversed': warning('dates'),
  'meeting-order': warning('dates'),
  'interval-differs': warning('dates'),

  // people
  'person-unlisted': advice('people'),
  'person-without-part': advice('people'),
  'person-name-differs': warning('people'),
  'first-name-unclear': advice('people'),
  'titles-differ': warning('people'),
  'member-withdrawn': warning('people'),
  'member-unaccounted': warning('people'),
  'present-and-absent': warning('people'),
  'attendance-differs': warning('people'),
  'chair-not-member': warning('people'),
  'chairs-differ': warning('people'),

  // names
  'body-spelt-differently': advice('names'),
  'abbreviation-unexplained': advice('names'),
  'abbreviation-differs': advice('names'),
  'abbreviation-late': advice('names'),

  // privacy
  'name-not-to-publish': error('privacy'),
  'contact-personal': warning('privacy'),
  'identity-number': error('privacy'),
  'home-details': warning('privacy'),
  'count-small': advice('privacy'),
  'support-restricted': warning('privacy'),

  'checked-unused': warning('record'),
} as const satisfies Record<string, CodeInfo>;

export type Code = keyof typeof CODES;

export const ALL_CODES = Object.keys(CODES) as Code[];

/** The severity a code has unless the place gives room for doubt. */
export function severityOf(code: Code): Severity {
  return CODES[code].severity;
}

/** The family of checks a code belongs to. */
export function familyOf(code: Code): Family {
  return CODES[code].family;
}
