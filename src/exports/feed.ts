import { Feed } from 'feed';
import { isFullDate } from '../model/dates.ts';
import { lastDate } from '../link/link-catalogue.ts';
import type { ViewContext } from '../views/context.ts';
import { firstText } from '../views/page-base.ts';
import { documentPath, fullUrl, paths } from '../views/urls.ts';

/**
 * The newest reviews as an Atom feed (RFC 4287); undefined while the site has no address, which a feed must name.
 * Dates are those of the record, so the same record gives the same feed.
 */
export function exportFeed(context: ViewContext): string | undefined {
  const { site, urls, catalogue } = context;
  if (urls.origin === '') return undefined;
  const entries = catalogue.reviews.slice(0, 50).map((review) => ({ review, date: dayOf(lastDate(review)) }));
  const home = fullUrl(urls, paths.home);
  const feed = new Feed({
    id: home,
    title: site.name,
    link: home,
    feedLinks: { atom: fullUrl(urls, paths.feed) },
    copyright: site.organisation,
    language: site.language,
    updated: entries[0]?.date ?? dayOf(undefined),
    generator: 'Scrutineer',
  });
  for (const { review, date } of entries) {
    const link = fullUrl(urls, documentPath(review.index));
    feed.addItem({
      title: review.index.data.title,
      id: link,
      link,
      date,
      description: review.index.restricted ? '' : firstText(review.index),
    });
  }
  return feed.atom1();
}

/** A date of any precision as an instant: a month or year counts from its first day. */
function dayOf(date: string | undefined): Date {
  const text = date ?? '1970-01-01';
  return new Date(isFullDate(text) ? `${text}T00:00:00Z` : `${text.padEnd(7, '-01').slice(0, 7)}-01T00:00:00Z`);
}
