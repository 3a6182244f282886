import type { Catalogue, Review } from '../model/catalogue.ts';
import { contentPolicy } from '../model/content-policy.ts';
import { en } from '../words/en.ts';
import { contactFacts } from './review-page.ts';
import type { LinkView, SiteView } from './types.ts';
import { documentPath, paths, siteUrl, type Urls } from './urls.ts';

/** What all pages share: names, navigation, footer. */
export function buildSiteView(
  catalogue: Catalogue,
  urls: Urls,
  preview: { isPreview: boolean; problemCount: number },
): SiteView {
  const data = catalogue.site?.data;
  const at = (path: string) => siteUrl(urls, path);
  return {
    name: data?.name ?? 'Scrutiny reviews',
    organisation: data?.organisation ?? '',
    language: data?.language ?? 'en-GB',
    homeUrl: at(paths.home),
    searchUrl: at(paths.search),
    everythingUrl: at(paths.everything),
    assetsUrl: at(paths.assets),
    feedUrl: urls.origin === '' ? '' : at(paths.feed),
    contentPolicy: contentPolicy((data?.search?.also ?? []).map(({ url }) => url)),
    origin: urls.origin,
    footer: [
      ...catalogue.pages.map((page) => ({ text: page.data.title, url: at(documentPath(page)) })),
      ...(catalogue.pages.some((page) => documentPath(page) === paths.accessibility)
        ? []
        : [{ text: en.accessibilityStatement, url: at(paths.accessibility) }]),
      ...groupLinks(catalogue, at),
      { text: en.meetingsByDate, url: at(paths.meetingsByDate) },
      { text: en.actionLog, url: at(paths.actions) },
      { text: en.glossary, url: at(paths.glossary) },
      { text: en.sitemap, url: at(paths.sitemapPage) },
      ...(data?.footer ?? []).map(({ text, url }) => ({ text, url: url.startsWith('/') ? at(url.slice(1)) : url })),
    ],
    contact: contactFacts(data?.contact),
    hasTheme: data?.colour !== undefined,
    logoUrl: data?.logo === undefined || !catalogue.attachments.has(data.logo) ? '' : at(data.logo),
    licence: data?.licence
      ? { text: data.licence.name, ...(data.licence.url === undefined ? {} : { url: data.licence.url }) }
      : { text: '' },
    isPreview: preview.isPreview,
    problemCount: preview.problemCount,
    words: en,
  };
}

/** Links to the lists of committees, topics and organisations, as far as there are any. */
function groupLinks(catalogue: Catalogue, at: (path: string) => string): LinkView[] {
  const some = (has: (review: Review) => boolean) => catalogue.reviews.some(has);
  return [
    ...(catalogue.reviews.length > 0 ? [{ text: en.committees, url: at(paths.committees) }] : []),
    ...(some((review) => (review.index.data.topics ?? []).length > 0)
      ? [{ text: en.topics, url: at(paths.topics) }]
      : []),
    ...(some((review) => review.organisations.size > 0)
      ? [{ text: en.organisations, url: at(paths.organisations) }]
      : []),
  ];
}
