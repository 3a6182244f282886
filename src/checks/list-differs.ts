import { diagnostic } from '../model/diagnostic.ts';
import { fieldPlace, type MeetingDocument } from '../model/document.ts';
import { labelsOf } from '../model/reference.ts';
import type { Review } from '../model/catalogue.ts';
import type { Check } from './check.ts';
import { listed } from './text/considerations.ts';
import { meetingFinder } from './text/own-meetings.ts';
import { placeIn } from './text/passages.ts';

const VERB =
  '(?:considered|dealt with|discussed|covered|looked at|reviewed|examined|scrutinised|addressed|concerned|focused on|concentrated on)';
/** The whole sentence up to the list: “This meeting considered”, “Meeting 3 dealt with the following”. */
const SAYS_ALL = new RegExp(
  `^(?:(?:at|in) )?(?:(?:this|the|our|that) (?:\\p{L}+[- ]){0,3}?(?:meeting|session)|meeting (?<number>\\d{1,2})(?: \\([^)]*\\))?),?(?: (?:on [^,]{4,40},? )?(?:we|members|the group|it))? ${VERB}(?: the)?(?: following)?:? $`,
  'iu',
);
/** Words after the list that add to it or take from it. */
const MORE = /\b(?:as well as|and others|among others|in part|briefly|also)\b/i;

/**
 * Finds lists of the areas a meeting considered (“This meeting considered Areas 2, 7, 9 and 18”, in its notes or below
 * its heading in the report) that differ from the meeting's `considered`. Only a sentence that gives the whole list
 * counts, not “we discussed Area 3” or “also”; an area that has its own section in the notes is reported there.
 */
export const listDiffers: Check = {
  code: 'list-differs',
  find: ({ review, text }) => {
    const meetingOf = meetingFinder(review);
    return text.passages.flatMap((passage) => {
      if (passage.index < 0) return [];
      return passage.references.flatMap((reference, index) => {
        if (reference.kind !== 'area') return [];
        const sentence = text
          .sentences(passage)
          .find(({ start, end }) => start <= reference.start && reference.start < end);
        const opening = sentence && SAYS_ALL.exec(passage.text.slice(sentence.start, reference.start));
        if (!opening || MORE.test(passage.text.slice(reference.end, sentence.end))) return [];
        if (passage.references[index + 1]?.kind === 'area' && passage.references[index + 1]!.start < sentence.end)
          return [];
        const number = opening.groups!['number'];
        const meeting = number === undefined ? meetingOf(passage) : meetingWith(review, Number(number));
        if (!meeting || meeting.dropped.has('considered')) return [];
        const { missing, extra } = difference(meeting, labelsOf(reference).map(Number));
        if (missing.length === 0 && extra.length === 0) return [];
        const parts = [
          missing.length > 0
            ? `leaves out ${listed('Area', missing)}, which meeting ${meeting.data.number} considered`
            : '',
          extra.length > 0
            ? `names ${listed('Area', extra)}, which meeting ${meeting.data.number} is not recorded to have considered`
            : '',
        ].filter((part) => part !== '');
        return [
          diagnostic(
            'list-differs',
            placeIn(passage, reference.start, reference.end),
            `This list ${parts.join(', and ')}.`,
            {
              hint: 'Give the areas that the meeting considered, or put its `considered` right.',
              related: [{ ...fieldPlace(meeting, 'considered'), message: 'The areas recorded as considered.' }],
            },
          ),
        ];
      });
    });
  },
};

function meetingWith(review: Review, number: number): MeetingDocument | undefined {
  return review.meetings.find(({ data }) => data.number === number);
}

function difference(meeting: MeetingDocument, said: readonly number[]): { missing: number[]; extra: number[] } {
  const considered = (meeting.data.considered ?? []).map(({ area }) => area);
  const sections = meeting.body.areaSections.flatMap(({ areas }) => areas);
  return {
    missing: considered.filter((area) => !said.includes(area)),
    extra: said.filter((area) => !considered.includes(area) && !sections.includes(area)),
  };
}
