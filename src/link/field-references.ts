import type { Review } from '../model/catalogue.ts';
import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import {
  fieldPlace,
  type AreaDocument,
  type Document,
  type MeetingDocument,
  type RecommendationDocument,
} from '../model/document.ts';
import type { Place } from '../model/source.ts';
import { fold, nearest } from '../model/suggest.ts';
import { targetKey } from '../model/reference.ts';
import { mayBeUnread, unknownReference } from './prose-references.ts';

/** Checks that keys of people and organisations, area numbers and paragraph numbers in front matter lead somewhere. */
export function checkFieldReferences(review: Review, document: Document): Diagnostic[] {
  switch (document.kind) {
    case 'area':
      return checkArea(review, document);
    case 'meeting':
      return checkMeeting(review, document);
    case 'recommendation':
      return checkRecommendation(review, document);
    default:
      return [];
  }
}

function checkArea(review: Review, area: AreaDocument): Diagnostic[] {
  return (area.data.lead ?? []).flatMap((key, index) => {
    const place = area.spans.has(`lead.${index}`) ? fieldPlace(area, 'lead', index) : fieldPlace(area, 'lead');
    return isListed(review, 'organisations', key)
      ? []
      : [
          unknownKey(
            'organisation',
            'organisations',
            key,
            review.organisations.keys(),
            place,
            namesOf(review.organisations),
          ),
        ];
  });
}

function checkMeeting(review: Review, meeting: MeetingDocument): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const { data } = meeting;
  for (const list of ['present', 'apologies'] as const) {
    data[list]?.forEach((key, index) => {
      const place = meeting.spans.has(`${list}.${index}`)
        ? fieldPlace(meeting, list, index)
        : fieldPlace(meeting, list);
      if (!isListed(review, 'people', key))
        diagnostics.push(unknownKey('person', 'people', key, review.people.keys(), place, namesOf(review.people)));
    });
  }
  for (let index = 0; meeting.spans.has(`considered.${index}`); index++) {
    // Read from the text, so that a mistake in one entry does not hide one in another.
    const place = fieldPlace(meeting, 'considered', index, 'area');
    const area = meeting.source.text.slice(place.span.start, place.span.end).replace(/^["']|["']$/g, '');
    if (!/^\d{1,6}$/.test(area)) continue;
    if (!review.targets.has(targetKey('area', area)) && !mayBeUnread(review, 'area', area))
      diagnostics.push(unknownReference(review, 'area', area, place));
  }
  data.considered?.forEach((entry, index) => {
    if (meeting.dropped.has('considered')) return;
    if (entry.outcome !== undefined && entry.assurance === 'none-requested') {
      diagnostics.push(
        diagnostic(
          'outcome-not-asked',
          fieldPlace(meeting, 'considered', index, 'outcome'),
          `Area ${entry.area} has an outcome, though no assurance was asked for.`,
          {
            hint: 'Remove `outcome`, or say how assurance was given.',
          },
        ),
      );
    }
    const earlier = data.considered!.findIndex((other) => other.area === entry.area);
    if (earlier < index) {
      diagnostics.push(
        diagnostic(
          'considered-twice',
          fieldPlace(meeting, 'considered', index, 'area'),
          `Area ${entry.area} stands in this list twice.`,
          {
            hint: 'Put what the meeting did about an area in one entry.',
            related: [{ ...fieldPlace(meeting, 'considered', earlier, 'area'), message: 'Here it stands first.' }],
          },
        ),
      );
    }
  });
  data.actions?.forEach((entry, index) => {
    if (meeting.dropped.has('actions')) return;
    entry.owner?.forEach((owner, number) => {
      const listed = meeting.spans.has(`actions.${index}.owner.${number}`);
      const place = listed
        ? fieldPlace(meeting, 'actions', index, 'owner', number)
        : fieldPlace(meeting, 'actions', index, 'owner');
      if (looksLikeKey(owner) && !isListed(review, 'people', owner) && !isListed(review, 'organisations', owner)) {
        diagnostics.push(
          unknownKey(
            'person or organisation',
            'people',
            owner,
            [...review.people.keys(), ...review.organisations.keys()],
            place,
            namesOf(review.people),
          ),
        );
      }
    });
  });
  return diagnostics;
}

function checkRecommendation(review: Review, recommendation: RecommendationDocument): Diagnostic[] {
  const { paragraph } = recommendation.data;
  if (
    paragraph === undefined ||
    review.paragraphs.length === 0 ||
    review.targets.has(targetKey('paragraph', String(paragraph)))
  )
    return [];
  return [unknownReference(review, 'paragraph', String(paragraph), fieldPlace(recommendation, 'paragraph'))];
}

function unknownKey(
  what: string,
  list: string,
  key: string,
  known: Iterable<string>,
  place: Place,
  names: ReadonlyMap<string, string>,
): Diagnostic {
  const meant = names.get(fold(key)) ?? nearest(key, known);
  return diagnostic('reference-unknown', place, `No ${what} has the key “${key}” in this review.`, {
    hint: meant
      ? `Did you mean ${meant}?`
      : `Add it under ${list} in the review's index.md, or use a key that stands there.`,
  });
}

/** True for a key that stands in the review's list, be its entry right or wrong; or when the list itself could not be read. */
function isListed(review: Review, list: 'people' | 'organisations', key: string): boolean {
  const { index } = review;
  return (
    review[list].has(key) ||
    index.spans.has(`${list}.${key}`) ||
    !index.sound ||
    (index.dropped.has(list) && index.data[list] === undefined)
  );
}

/** Names lead to keys, for a clerk who wrote the name. */
function namesOf(
  entries: ReadonlyMap<string, { name: string; abbreviation?: string; also?: string[] }>,
): Map<string, string> {
  const names = new Map<string, string>();
  for (const [key, entry] of entries) {
    for (const name of [
      entry.name,
      entry.name.replace(/^(?:Cllr|Councillor|Mr|Mrs|Ms|Dr|Sir|Dame)\.?\s+/, ''),
      entry.abbreviation,
      ...(entry.also ?? []),
    ]) {
      if (name) names.set(fold(name), key);
    }
  }
  return names;
}

function looksLikeKey(text: string): boolean {
  return /^[\p{Ll}\p{N}]+(-[\p{Ll}\p{N}]+)+$/u.test(text);
}
