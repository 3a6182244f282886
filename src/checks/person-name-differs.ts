import { diagnostic } from '../model/diagnostic.ts';
import { fieldPlace } from '../model/document.ts';
import { groupBy } from '../model/group-by.ts';
import type { Check } from './check.ts';
import { placeIn } from './text/passages.ts';
import { findMentions } from './text/persons.ts';

/**
 * Finds a person's name in prose that is a letter or an accent apart from the name in the list (“Dr Obiera” for Obiora,
 * “Sian” for Siân). Surnames alone, initials, middle names, straight and curly apostrophes, and names that somebody else
 * on the list has are left alone. One name wrong in several places is one finding.
 */
export const personNameDiffers: Check = {
  code: 'person-name-differs',
  find: ({ review, text }) => {
    const wrong = findMentions(review, text).flatMap((mention) =>
      mention.near ? [{ ...mention, near: mention.near }] : [],
    );
    return [...groupBy(wrong, ({ near, name }) => `${near.key} ${name}`).values()].map(([first, ...others]) => {
      const { near, name, passage, nameStart, end } = first!;
      return diagnostic(
        'person-name-differs',
        placeIn(passage, nameStart, end),
        `The text has “${name}”, the list has “${near.words.join(' ')}”.`,
        {
          hint: `Write “${near.words.join(' ')}”, or correct the list; if this is somebody else, add the person to \`people\`.`,
          related: [
            { ...fieldPlace(review.index, 'people', near.key, 'name'), message: 'The name in the list.' },
            ...others.map((other) => ({
              ...placeIn(other.passage, other.nameStart, other.end),
              message: 'Written so here too.',
            })),
          ],
        },
      );
    });
  },
};
