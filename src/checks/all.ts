import { requestUnrecorded } from './request-unrecorded.ts';
import { actionOwnerMissing } from './action-owner-missing.ts';
import { actionOverdue } from './action-overdue.ts';
import { actionOpen } from './action-open.ts';
import { evidenceUnrecorded } from './evidence-unrecorded.ts';
import { wordingAlike } from './wording-alike.ts';
import { wordDoubled } from './word-doubled.ts';
import { markupStray } from './markup-stray.ts';
import { paragraphBroken } from './paragraph-broken.ts';
import { rowSplit } from './row-split.ts';
import { addressMalformed } from './address-malformed.ts';
import { attachmentUnused } from './attachment-unused.ts';
import { areaNotConsidered } from './area-not-considered.ts';
import { consideredWithoutNotes } from './considered-without-notes.ts';
import { sectionNotConsidered } from './section-not-considered.ts';
import { outcomeNotInNotes } from './outcome-not-in-notes.ts';
import { outcomeMissing } from './outcome-missing.ts';
import { outcomesDisagree } from './outcomes-disagree.ts';
import { leadNotInWording } from './lead-not-in-wording.ts';
import { meetingWithoutRecord } from './meeting-without-record.ts';
import { satisfiedWhileAsking } from './satisfied-while-asking.ts';
import { quotationDiffers } from './quotation-differs.ts';
import { quotationPunctuation } from './quotation-punctuation.ts';
import { recommendationNoAddressee } from './recommendation-no-addressee.ts';
import { recommendationNoDate } from './recommendation-no-date.ts';
import { recommendationNoEvidence } from './recommendation-no-evidence.ts';
import { recommendationSettled } from './recommendation-settled.ts';
import { responseOverdue } from './response-overdue.ts';
import { responseMissing } from './response-missing.ts';
import { responseLate } from './response-late.ts';
import { responseUndecided } from './response-undecided.ts';
import type { Check } from './check.ts';

/** Every rule, in the order of the families. A rule that is not in this list does not run; a test holds list and folder together. */
export const ALL_CHECKS: readonly Check[] = [
  // coverage
  areaNotConsidered,
  consideredWithoutNotes,
  sectionNotConsidered,
  outcomeNotInNotes,
  outcomeMissing,
  outcomesDisagree,
  leadNotInWording,
  meetingWithoutRecord,
  satisfiedWhileAsking,
  // quotation
  quotationDiffers,
  quotationPunctuation,
  // counts
  // structure
  // dates
  // people
  // names
  // actions
  requestUnrecorded,
  actionOwnerMissing,
  actionOverdue,
  actionOpen,
  evidenceUnrecorded,
  // recommendations
  recommendationNoAddressee,
  recommendationNoDate,
  recommendationNoEvidence,
  recommendationSettled,
  responseOverdue,
  responseMissing,
  responseLate,
  responseUndecided,
  // privacy
  // likeness
  wordingAlike,
  wordDoubled,
  markupStray,
  paragraphBroken,
  rowSplit,
  // links
  addressMalformed,
  attachmentUnused,
];
