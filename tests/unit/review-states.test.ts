import { afterAll, expect, test } from 'vitest';
import type { MadeReview } from '../../src/adapters/build/make-review.ts';
import { openStates } from '../../src/adapters/kept/review-states.ts';
import { cleanUp, temporaryFolder } from '../support/site.ts';

/** What is kept of the reviews of a very large record is kept one by one: no one may go through the whole record. */

afterAll(cleanUp);

const MADE: MadeReview = {
  diagnostics: [],
  kept: [],
  siteLinks: [],
  attachments: [],
  pages: [],
  files: [],
  leads: [],
  isWritten: true,
  madeFrom: { parts: [], isWide: false, isOfToday: false },
};

test('to keep a review, the paths of others are not looked at', () => {
  let looks = 0;
  const ids = Array.from({ length: 40 }, (_, number) => `quay-${number}`);
  const files = ids.flatMap((id) =>
    Array.from({ length: 10 }, (_, area) => ({
      get path() {
        looks++;
        return `reviews/${id}/areas/${area}.md`;
      },
      text: '',
    })),
  );
  const states = openStates({ files, attachments: [] }, temporaryFolder(), 'program');
  looks = 0;
  for (const id of ids) states.keep(id, MADE, {});
  expect(looks).toBeLessThanOrEqual(2 * files.length);
});
