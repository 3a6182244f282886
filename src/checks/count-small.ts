import { diagnostic } from '../model/diagnostic.ts';
import type { Check } from './check.ts';
import { placeIn } from './text/passages.ts';

const FEW = '(?:one|two|three|four|[1-4])';
/** People of whom a report tells what is private, so that a few of them can be recognised. */
const PEOPLE =
  '(?:LAC|CLA|looked[- ]after (?:child(?:ren)?|young people)|child(?:ren)? (?:in (?:care|need|custody|residential care|foster care|foster placements?|secure (?:units?|accommodation))|looked after|on (?:a |the )?(?:child protection|plans?|register|remand)|subject to|at risk|known to (?:social|children|police|services)|leaving care|placed)\\b|young (?:people|persons?|women|men|offenders?|carers?|mothers?|parents?) (?:in (?:care|custody|prison|residential care|foster care)|on remand|leaving (?:care|custody)|at risk|subject to|known to (?:social|police|services))\\b|care leavers?|foster(?:ed)? child(?:ren)?|(?:rape|abuse|trafficking|assault) (?:victims?|survivors?)|victims? of|survivors? of|unaccompanied (?:asylum[- ]seeking )?(?:children|minors)|asylum[- ]seeking children|excluded pupils|pupils (?:were|had been|are) (?:permanently )?excluded|permanent exclusions|suicides|child deaths|infant deaths|maternal deaths|serious case reviews|inmates|detainees|young offenders)';
const SMALL = new RegExp(
  `(?<![\\p{L}\\p{N}£$€.,:/-]|\\b(?:Areas?|Section|Meetings?|Appendix|Paragraphs?|Table|Figure|Year|Stage|Phase|Step|Level|Tier|Part|Question|Ward|Band|Group|Grade|Key Stage|Recommendations?)\\s|\\b(?:of|in|than|every|each|least|to|or|between|age|aged|under|over|and)\\s)${FEW}\\s+(?:other\\s+|further\\s+|local\\s+|such\\s+|of\\s+(?:the|these|our|its)\\s+)?${PEOPLE}`,
  'giu',
);
/** Texts without any of these speak of nobody whom the rule is about. */
const QUICK =
  /\b(?:LAC|CLA|looked|child|children|young|care leavers?|foster|victims?|survivors?|minors|pupils|exclusions|suicides|deaths|serious case|inmates|detainees)\b/i;
const EXAMPLE =
  /\b(?:for example|e\.g\.|imagine|suppose|fewer than|less than|up to|at least|per|ratio|maximum|minimum|no more than|places? for|beds? for)\b/i;

/**
 * Finds a number below five of people who could be recognised: children in care, victims, young offenders. For a person
 * to judge: the number may be public, or say nothing private. Headings, names, ratios, capacities, ages, and small
 * numbers of anybody else are left alone. The rule of five is that of the Office for National Statistics' disclosure
 * control for tables of people.
 */
export const countSmall: Check = {
  code: 'count-small',
  find: ({ text }) =>
    text.passages.flatMap((passage) =>
      passage.block.kind === 'heading' || !QUICK.test(passage.text)
        ? []
        : [...passage.text.matchAll(SMALL)]
            .filter(({ index }) => !EXAMPLE.test(passage.text.slice(Math.max(0, index - 40), index)))
            .slice(0, 1)
            .map((match) =>
              diagnostic(
                'count-small',
                placeIn(passage, match.index, match.index + match[0].length),
                `“${match[0]}” counts so few people that somebody could be recognised.`,
                { hint: 'Write “fewer than five”, or leave the number out, unless it is public already.' },
              ),
            ),
    ),
};
