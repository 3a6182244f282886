import type { Catalogue, Review } from '../model/catalogue.ts';
import type { Diagnostic, KeptFinding } from '../model/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { Resolver } from '../link/resolve.ts';
import type { Person } from '../model/kinds.ts';
import type { Words } from '../words/en.ts';
import type { LinkView, SiteView } from './types.ts';
import { personText } from './text.ts';
import { publishRule } from '../model/publish-rule.ts';
import { documentTitle } from './titles.ts';
import { documentPath, paths, siteUrl, type Urls } from './urls.ts';

/** What every builder of views is given. */
export interface ViewContext {
  readonly catalogue: Catalogue;
  readonly resolver: Resolver;
  readonly urls: Urls;
  readonly site: SiteView;
  readonly words: Words;
  /** Months a decision maker has to respond. */
  readonly responseMonths: number;
  /** What refers to a document, by its path. */
  readonly backlinks: Catalogue['backlinks'];
  /** Mistakes by file: shown in the preview. */
  readonly problems: ReadonlyMap<string, readonly Diagnostic[]>;
  /** Findings that somebody looked at and kept, by file. */
  readonly kept: ReadonlyMap<string, readonly KeptFinding[]>;
  /** Help pages by code. */
  readonly helpPages: ReadonlyMap<string, string>;
  readonly isPreview: boolean;
}

/** A link to a document's page, in the words of its title. */
export function documentLink(context: ViewContext, document: Document, text = documentTitle(document)): LinkView {
  return { text, url: siteUrl(context.urls, documentPath(document)) };
}

export function reviewOf(context: ViewContext, document: Document): Review | undefined {
  return document.review === undefined ? undefined : context.resolver.reviewsById.get(document.review);
}

/** A person as published, linked where the name is; undefined when nothing may be published. */
export function personLink(context: ViewContext, key: string, person: Person): LinkView | undefined {
  const text = personText(person);
  if (text === undefined) return undefined;
  return publishRule(person) === 'name' ? { text, url: siteUrl(context.urls, paths.person(key)) } : { text };
}
