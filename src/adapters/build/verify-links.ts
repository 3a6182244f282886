import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExplainedError } from '../explained-error.ts';
import type { BrokenLink, MadeReview } from './make-review.ts';
import { readPageLinks, targetOf } from './page-links.ts';

export interface LinksToVerify {
  readonly reviews: readonly MadeReview[];
  /** Where each page leads that is no review's. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** Every file that the site will have. */
  readonly planned: ReadonlySet<string>;
  /** The folder of the site. */
  readonly site: string;
  /** The site's path. */
  readonly base: string;
}

/**
 * The last look before a site takes the place of the old one: every link and anchor resolves. Those within a review were
 * looked at when it was made. Throws ExplainedError.
 */
export function verifyLinks({ reviews, lists, planned, site, base }: LinksToVerify): void {
  const anchors = new Map<string, ReadonlySet<string>>();
  const anchorsOf = (file: string) => {
    const found = anchors.get(file) ?? readPageLinks(readFileSync(join(site, file), 'utf8'), file, base).anchors;
    anchors.set(file, found);
    return found;
  };
  const looked = new Set<string>();
  const look = (page: string, address: string) => {
    if (looked.has(address)) return;
    looked.add(address);
    const target = targetOf(address, base);
    const isThere = target !== undefined && planned.has(target.file);
    const isHtml = target?.file.endsWith('.html') ?? false;
    if (!isThere || (target.anchor !== '' && isHtml && !anchorsOf(target.file).has(target.anchor)))
      throw brokenLink({ page, address });
  };
  for (const { broken, pages, leads } of reviews) {
    if (broken) throw brokenLink(broken);
    for (const address of leads) look(pages[0]?.file ?? '', address);
  }
  for (const [page, addresses] of lists) for (const address of addresses) look(page, address);
}

function brokenLink({ page, address }: BrokenLink): ExplainedError {
  return new ExplainedError(
    `The page ${page} leads to ${address}, which is not in the site. If the council has layouts of its own, look there first.`,
  );
}
