import { diagnostic } from '../model/diagnostic.ts';
import { fieldPlace } from '../model/document.ts';
import { bareName, publishRule } from '../model/publish-rule.ts';
import type { Check } from './check.ts';
import { placeIn } from './text/passages.ts';

const SPACE = /\s+/g;
const LETTER_BEFORE = /[\p{L}\p{N}]$/u;
const LETTER_AFTER = /^[\p{L}\p{N}]/u;

/**
 * Finds the name of a person who is to be published by role only, or not at all, in published text. Withheld by
 * decision: an error, since it would leak. By role only: a warning, because the default of a group may be what is wrong.
 * One finding for each person. Surnames alone, and people whose list gives one word only, are left alone.
 */
export const nameNotToPublish: Check = {
  code: 'name-not-to-publish',
  find: ({ review, text }) =>
    [...review.people].flatMap(([key, person]) => {
      const rule = publishRule(person);
      const name = bareName(person.name).replace(SPACE, ' ');
      if (rule === 'name' || !name.includes(' ')) return [];
      const places = text.passages.flatMap((passage) => {
        const at = wholeIndexOf(passage.text, name);
        return at === -1 ? [] : [placeIn(passage, at, at + name.length)];
      });
      const [first, ...others] = places;
      if (!first) return [];
      const isWithheld = rule === 'withheld';
      return [
        diagnostic(
          'name-not-to-publish',
          first,
          `${name} is named here, though ${isWithheld ? 'the name is withheld' : 'only the role is to be published'}.`,
          {
            severity: isWithheld ? 'error' : 'warning',
            hint: isWithheld
              ? 'Take the name out, or put the passage in a restricted block.'
              : `Write the role instead, or \`publish: name\` for ${key} in index.md if the person agreed to be named.`,
            related: [
              {
                ...fieldPlace(review.index, 'people', key, person.publish === undefined ? 'group' : 'publish'),
                message:
                  person.publish === undefined
                    ? `People of the group ${person.group} are published by role unless \`publish\` says otherwise.`
                    : 'Here it is decided.',
              },
              ...others.map((place) => ({ ...place, message: 'Named here too.' })),
            ],
          },
        ),
      ];
    }),
};

/** Where a name stands as whole words; −1 where it does not. */
function wholeIndexOf(text: string, name: string): number {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1))
    if (!LETTER_BEFORE.test(text.slice(0, at)) && !LETTER_AFTER.test(text.slice(at + name.length))) return at;
  return -1;
}
