import type { SiteLink } from '../link/written-links.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { fieldPlace, type Document } from '../model/document.ts';
import type { Place } from '../model/source.ts';
import { groupBy } from '../model/group-by.ts';
import { nearest } from '../model/suggest.ts';
import { documentPath, outputFile, type Urls } from './urls.ts';
import type { PageAddress } from './types.ts';

export interface Addresses {
  /** Which of the pages, by their place in the list, have an address that belongs to one before. */
  readonly doubled: ReadonlySet<number>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Each address once: reports a page that would overwrite another, and links to addresses that no page has. */
export function checkAddresses(
  catalogue: Catalogue,
  pages: readonly PageAddress[],
  siteLinks: readonly SiteLink[],
  urls: Urls,
): Addresses {
  const taken = new Set<string>();
  const doubled = new Set<number>();
  const diagnostics: Diagnostic[] = [];
  /** Reviews whose folder's name has another's address: their other pages are the same mistake. */
  const clashing = new Set<string>();
  const byFile = documentsByFile(catalogue);
  for (const [index, page] of pages.entries()) {
    const key = page.file.toLowerCase();
    if (!taken.has(key)) {
      taken.add(key);
      continue;
    }
    doubled.add(index);
    const isRedirect = page.layout === 'redirect';
    const source = isRedirect ? formerOwner(catalogue, page, urls) : byFile.get(page.file)?.at(-1);
    if (!source || clashing.has(source.review ?? '')) continue;
    if (source.kind === 'review') clashing.add(source.review!);
    const place = isRedirect ? formerPlace(source, page, urls) : { file: source.path, span: { start: 0, end: 0 } };
    const owner = byFile.get(page.file)?.[0];
    diagnostics.push(
      diagnostic('address-taken', place, `The address ${page.url} belongs to another page already.`, {
        hint: isRedirect ? 'Take it out of `formerly`: a page stands there now.' : 'Rename the file or folder.',
        related:
          owner && owner !== source
            ? [{ file: owner.path, span: { start: 0, end: 0 }, message: 'This has the address.' }]
            : [],
      }),
    );
  }
  const files = new Set(pages.map((page) => page.file));
  return { doubled, diagnostics: [...diagnostics, ...siteLinks.flatMap((link) => brokenSiteLink(link, files))] };
}

function documentsByFile(catalogue: Catalogue): Map<string, Document[]> {
  return groupBy(catalogue.documents.values(), (document) => outputFile(documentPath(document)));
}

function formerOwner(catalogue: Catalogue, page: PageAddress, urls: Urls): Document | undefined {
  return [...catalogue.documents.values()].findLast((document) => formerIndex(document, page, urls) !== -1);
}

function formerPlace(document: Document, page: PageAddress, urls: Urls): Place {
  const index = formerIndex(document, page, urls);
  return document.spans.has(`formerly.${index}`)
    ? fieldPlace(document, 'formerly', index)
    : fieldPlace(document, 'formerly');
}

function formerIndex(document: Document, page: PageAddress, urls: Urls): number {
  const path = `/${page.url.slice(urls.base.length)}`.replace(/\/$/, '');
  return document.data.formerly?.findIndex((from) => from.replace(/\/$/, '') === path) ?? -1;
}

/** A link written as `/reviews/…`: the page must exist. */
function brokenSiteLink({ file, span, href }: SiteLink, files: ReadonlySet<string>): Diagnostic[] {
  const path = href.slice(1).replace(/[?#].*$/, '');
  if (files.has(outputFile(path)) || files.has(outputFile(`${path}/`)) || /\.(json|csv|xml)$/.test(path)) return [];
  const meant = nearest(`${path.replace(/\/$/, '')}/index.html`, files);
  return [
    diagnostic('link-broken', { file, span }, `The link to ${href} leads to no page of this site.`, {
      hint: meant
        ? `Did you mean /${meant.replace(/index\.html$/, '')}?`
        : 'Name the document in plain words, for example “Area 8”, and it becomes a link.',
    }),
  ];
}
