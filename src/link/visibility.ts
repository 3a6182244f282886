import type { HeldBack } from '../model/catalogue.ts';
import { compareDates } from '../model/dates.ts';
import type { Document, ReviewDocument } from '../model/document.ts';

export interface VisibilityOptions {
  /** ISO date of the build. */
  readonly today: string;
  /** True in the preview: drafts and reviews to come are shown. */
  readonly preview: boolean;
}

/** Says why a document is kept out of a published build; undefined when it is not. A review keeps back all that is in it. */
export function reasonToHoldBack(
  document: Document,
  index: ReviewDocument | undefined,
  options: VisibilityOptions,
): HeldBack['reason'] | undefined {
  if (options.preview) return undefined;
  if (document.draft || index?.draft) return 'draft';
  const published = index?.data.published;
  // A month or a year to come is over only when its last day has passed, so it is compared at its own length.
  if (published !== undefined && compareDates(published, options.today.slice(0, published.length)) > 0)
    return 'not-yet';
  return undefined;
}
