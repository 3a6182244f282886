import type { Catalogue, Review } from '../model/catalogue.ts';
import { en } from '../words/en.ts';
import { contactFacts } from './review-page.ts';
import type { LinkView, SiteView } from './types.ts';
import { documentPath, paths, siteUrl, type Urls } from './urls.ts';

/**
 * What a page may run and load (W3C, Content Security Policy Level 3): this site only. The search is WebAssembly, which
 * `wasm-unsafe-eval` lets run without letting text become code.
 */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

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
    contentPolicy: CONTENT_POLICY,
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
