import { slug } from '../model/anchors.ts';
import type { Target } from '../model/catalogue.ts';
import type { Document } from '../model/document.ts';

/**
 * The only place where an address is made. Addresses are permanent: they follow from folder names, numbers and letters
 * alone (content format, "URLs").
 */
export interface Urls {
  /** The site's path, `/` or `/scrutiny/`. */
  readonly base: string;
  /** `https://host/scrutiny` without the last slash; empty when the site has no address yet. */
  readonly origin: string;
}

/** Reads the site's address; without one the site stands at the root and has no canonical addresses. */
export function urlsFor(siteUrl: string | undefined): Urls {
  if (siteUrl === undefined || !URL.canParse(siteUrl)) return { base: '/', origin: '' };
  const { origin, pathname } = new URL(siteUrl);
  const base = pathname.endsWith('/') ? pathname : `${pathname}/`;
  return { base, origin };
}

/** An address on the site for a path relative to its home: `reviews/x/` → `/scrutiny/reviews/x/`. */
export function siteUrl(urls: Urls, path: string): string {
  return urls.base + path;
}

/** The full address, for canonical links and feeds; empty when the site has no address. */
export function fullUrl(urls: Urls, path: string): string {
  return urls.origin === '' ? '' : urls.origin + urls.base + path;
}

/** A review's place in addresses: its folder's name, made safe when it has spaces or accents. */
export function reviewSlug(id: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9._~-]*$/.test(id) ? id : slug(id);
}

/** Paths relative to the site's home, with a slash at the end. */
export const paths = {
  home: '',
  reviews: 'reviews/',
  review: (id: string) => `reviews/${reviewSlug(id)}/`,
  conclusions: (id: string) => `reviews/${reviewSlug(id)}/conclusions/`,
  conclusionsJson: (id: string) => `reviews/${reviewSlug(id)}/conclusions.json`,
  conclusionsCsv: (id: string) => `reviews/${reviewSlug(id)}/conclusions.csv`,
  print: (id: string) => `reviews/${reviewSlug(id)}/print/`,
  recommendations: (id: string) => `reviews/${reviewSlug(id)}/recommendations/`,
  areas: (id: string) => `reviews/${reviewSlug(id)}/areas/`,
  meetings: (id: string) => `reviews/${reviewSlug(id)}/meetings/`,
  appendices: (id: string) => `reviews/${reviewSlug(id)}/appendices/`,
  appendix: (id: string, letter: string) => `reviews/${reviewSlug(id)}/appendices/${letter.toLowerCase()}/`,
  reviewsBy: (facet: string, value: string) => `reviews/by-${facet}/${slug(value)}/`,
  checks: (id: string) => `reviews/${reviewSlug(id)}/checks/`,
  aboutChecks: 'about/checks/',
  accessibility: 'accessibility/',
  register: 'recommendations/',
  registerBy: (facet: string, value: string) => `recommendations/by-${facet}/${slug(value)}/`,
  actions: 'actions/',
  meetingsByDate: 'meetings/',
  glossary: 'glossary/',
  sitemapPage: 'sitemap/',
  people: 'people/',
  person: (key: string) => `people/${slug(key)}/`,
  committees: 'committees/',
  committee: (name: string) => `committees/${slug(name)}/`,
  topics: 'topics/',
  topic: (name: string) => `topics/${slug(name)}/`,
  organisations: 'organisations/',
  organisation: (key: string) => `organisations/${slug(key)}/`,
  search: 'search/',
  everything: 'search/everything/',
  assets: 'assets/',
  searchIndex: 'pagefind/',
  data: (name: string) => `data/${name}`,
  feed: 'feed.xml',
  sitemap: 'sitemap.xml',
  sitemapPart: (number: number) => `sitemap-${number}.xml`,
  notFound: '404.html',
  page: (name: string) => `${slug(name)}/`,
} as const;

/** The path of a document's page. */
export function documentPath(document: Document): string {
  const review = document.review ?? '';
  switch (document.kind) {
    case 'review':
      return paths.review(review);
    case 'area':
      return `${paths.areas(review)}${document.data.number}/`;
    case 'meeting':
      return `${paths.meetings(review)}${document.data.number}/`;
    case 'recommendation':
      return `${paths.recommendations(review)}${document.data.number}/`;
    case 'appendix':
      return paths.appendix(review, document.data.letter);
    case 'page':
      return paths.page(document.name);
  }
}

/** Where a reference leads: an appendix that is a meeting's notes has its own page. */
export function targetPath(target: Target): string {
  const { document } = target;
  const path =
    target.kind === 'appendix' &&
    document.kind === 'meeting' &&
    document.data.appendix !== undefined &&
    document.review !== undefined
      ? paths.appendix(document.review, document.data.appendix)
      : documentPath(document);
  return target.anchor === undefined ? path : `${path}#${target.anchor}`;
}

/** The path of an attachment: as in the content folder, the review's name made safe. */
export function attachmentPath(path: string): string {
  const [, id = '', rest = ''] = /^reviews\/([^/]+)\/(.+)$/.exec(path) ?? [];
  return `reviews/${reviewSlug(id)}/${rest.split('/').map(encodeURIComponent).join('/')}`;
}

/** The file in which a page is written. */
export function outputFile(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
