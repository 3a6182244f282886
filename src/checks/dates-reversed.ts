import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { isCertainlyBefore, type IsoDate } from '../model/dates.ts';
import { fieldPlace, type Document } from '../model/document.ts';
import type { Check } from './check.ts';
import { dayText } from './text/response-clock.ts';

type Path = readonly (string | number)[];

/**
 * Finds dates of the front matter that stand the wrong way round: a response or a report of progress before the
 * recommendation was sent, a response to the report before its publication or published before it came, a report
 * published before it was commissioned, an action done or due before the meeting that agreed it.
 */
export const datesReversed: Check = {
  code: 'dates-reversed',
  find: ({ review }) => {
    const { index } = review;
    const { commissioned, published, response } = index.data;
    const found: (Diagnostic | undefined)[] = [
      compare(
        index,
        ['published'],
        published,
        'The report was published',
        index,
        ['commissioned', 'date'],
        commissioned?.date,
        'it was commissioned',
      ),
      compare(
        index,
        ['response', 'received'],
        response?.received,
        'The response came',
        index,
        ['published'],
        published,
        'the report was published',
      ),
      compare(
        index,
        ['response', 'published'],
        response?.published,
        'The response was published',
        index,
        ['response', 'received'],
        response?.received,
        'it came',
      ),
    ];
    if (response?.received === undefined)
      found.push(
        compare(
          index,
          ['response', 'published'],
          response?.published,
          'The response was published',
          index,
          ['published'],
          published,
          'the report was',
        ),
      );
    for (const one of review.recommendations) {
      const { number, sent, due, response: answer, progress = [] } = one.data;
      const [since, other, path]: [IsoDate | undefined, Document, Path] =
        sent === undefined ? [published, index, ['published']] : [sent, one, ['sent']];
      const then = sent === undefined ? 'the report was published' : 'it was sent';
      found.push(
        compare(
          one,
          ['response', 'date'],
          answer?.date,
          `Recommendation ${number} was answered`,
          other,
          path,
          since,
          then,
        ),
        compare(one, ['due'], due, `The answer to recommendation ${number} is due`, other, path, since, then),
        ...progress.map(({ date }, at) =>
          compare(
            one,
            ['progress', at, 'date'],
            date,
            `Progress on recommendation ${number} was reported`,
            other,
            path,
            since,
            then,
          ),
        ),
      );
    }
    for (const meeting of review.meetings)
      (meeting.data.actions ?? []).forEach(({ due, done }, at) => {
        const agreed = 'the meeting that agreed it';
        found.push(
          compare(
            meeting,
            ['actions', at, 'done'],
            done,
            'This action was done',
            meeting,
            ['date'],
            meeting.data.date,
            agreed,
          ),
          compare(
            meeting,
            ['actions', at, 'due'],
            due,
            'This action is due',
            meeting,
            ['date'],
            meeting.data.date,
            agreed,
          ),
        );
      });
    return found.filter((one) => one !== undefined);
  },
};

function compare(
  document: Document,
  path: Path,
  later: IsoDate | undefined,
  what: string,
  other: Document,
  otherPath: Path,
  earlier: IsoDate | undefined,
  then: string,
): Diagnostic | undefined {
  if (later === undefined || earlier === undefined || !isCertainlyBefore(later, earlier)) return undefined;
  return diagnostic(
    'dates-reversed',
    fieldPlace(document, ...path),
    `${what} on ${dayText(later)}, before ${then} (${dayText(earlier)}).`.replace(
      / on (?=\p{Lu}?\p{L}* ?\d{4},)/u,
      ' in ',
    ),
    {
      hint: 'See which of the two dates is wrong.',
      related: [{ ...fieldPlace(other, ...otherPath), message: 'This date is later.' }],
    },
  );
}
