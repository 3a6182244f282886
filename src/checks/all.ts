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
import { countDiffers } from './count-differs.ts';
import { leadCountDiffers } from './lead-count-differs.ts';
import { peopleCountDiffers } from './people-count-differs.ts';
import { listDiffers } from './list-differs.ts';
import { claimNotAll } from './claim-not-all.ts';
import { sumDiffers } from './sum-differs.ts';
import { numberSkipped } from './number-skipped.ts';
import { sectionSequence } from './section-sequence.ts';
import { headingRepeated } from './heading-repeated.ts';
import { headingLevel } from './heading-level.ts';
import { appendixUncited } from './appendix-uncited.ts';
import { appendixMislabelled } from './appendix-mislabelled.ts';
import { contentsDiffer } from './contents-differ.ts';
import { areaCalledRecommendation } from './area-called-recommendation.ts';
import { paragraphDiffers } from './paragraph-differs.ts';
import { weekdayWrong } from './weekday-wrong.ts';
import { dateImpossible } from './date-impossible.ts';
import { dateDiffers } from './date-differs.ts';
import { dateNoMeeting } from './date-no-meeting.ts';
import { meetingNotDated } from './meeting-not-dated.ts';
import { yearMissing } from './year-missing.ts';
import { meetingOutsideReview } from './meeting-outside-review.ts';
import { datesReversed } from './dates-reversed.ts';
import { meetingOrder } from './meeting-order.ts';
import { intervalDiffers } from './interval-differs.ts';
import { personUnlisted } from './person-unlisted.ts';
import { personWithoutPart } from './person-without-part.ts';
import { personNameDiffers } from './person-name-differs.ts';
import { firstNameUnclear } from './first-name-unclear.ts';
import { titlesDiffer } from './titles-differ.ts';
import { memberWithdrawn } from './member-withdrawn.ts';
import { memberUnaccounted } from './member-unaccounted.ts';
import { presentAndAbsent } from './present-and-absent.ts';
import { attendanceDiffers } from './attendance-differs.ts';
import { chairNotMember } from './chair-not-member.ts';
import { chairsDiffer } from './chairs-differ.ts';
import { bodySpeltDifferently } from './body-spelt-differently.ts';
import { abbreviationUnexplained } from './abbreviation-unexplained.ts';
import { abbreviationDiffers } from './abbreviation-differs.ts';
import { abbreviationLate } from './abbreviation-late.ts';
import { nameNotToPublish } from './name-not-to-publish.ts';
import { contactPersonal } from './contact-personal.ts';
import { identityNumber } from './identity-number.ts';
import { homeDetails } from './home-details.ts';
import { countSmall } from './count-small.ts';
import { supportRestricted } from './support-restricted.ts';
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
  countDiffers,
  leadCountDiffers,
  peopleCountDiffers,
  listDiffers,
  claimNotAll,
  sumDiffers,
  // structure
  numberSkipped,
  sectionSequence,
  headingRepeated,
  headingLevel,
  appendixUncited,
  appendixMislabelled,
  contentsDiffer,
  areaCalledRecommendation,
  paragraphDiffers,
  // dates
  weekdayWrong,
  dateImpossible,
  dateDiffers,
  dateNoMeeting,
  meetingNotDated,
  yearMissing,
  meetingOutsideReview,
  datesReversed,
  meetingOrder,
  intervalDiffers,
  // people
  personUnlisted,
  personWithoutPart,
  personNameDiffers,
  firstNameUnclear,
  titlesDiffer,
  memberWithdrawn,
  memberUnaccounted,
  presentAndAbsent,
  attendanceDiffers,
  chairNotMember,
  chairsDiffer,
  // names
  bodySpeltDifferently,
  abbreviationUnexplained,
  abbreviationDiffers,
  abbreviationLate,
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
  nameNotToPublish,
  contactPersonal,
  identityNumber,
  homeDetails,
  countSmall,
  supportRestricted,
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
