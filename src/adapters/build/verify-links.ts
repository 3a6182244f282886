import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExplainedError } from '../explained-error.ts';
import { readKept, writeKept } from '../kept/kept-files.ts';
import type { FileState } from '../kept/site-folder.ts';
import type { BrokenLink, MadeReview } from './make-review.ts';
import { readPageLinks, targetOf } from './page-links.ts';

export interface LinksToVerify {
  readonly reviews: readonly MadeReview[];
  /** Where each page leads that is no review's. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** Every file that the site will have. */
  readonly planned: ReadonlyMap<string, FileState>;
  /** The folder of the site. */
  readonly site: string;
  /** The site's path. */
  readonly base: string;
  /** Where it is kept what was seen. */
  readonly kept: string;
}

/** What was seen of a page: which of its anchors are there. */
interface SeenPage {
  readonly digest: string;
  readonly anchors: readonly string[];
}

const FILE = 'anchors.json';

/**
 * The last look before a site takes the place of the old one: every link and anchor resolves. Those within a review were
 * looked at when it was made. A page that was not written again is not read again. Throws ExplainedError.
 */
export function verifyLinks({ reviews, lists, planned, site, base, kept }: LinksToVerify): void {
  const before = readKept<Record<string, SeenPage>>(join(kept, FILE)) ?? {};
  const read = new Map<string, ReadonlySet<string>>();
  const asked = new Map<string, Set<string>>();
  const hasAnchor = ({ file, digest }: FileState, anchor: string) => {
    (asked.get(file) ?? asked.set(file, new Set()).get(file)!).add(anchor);
    const seen = before[file];
    if (seen?.digest === digest && seen.anchors.includes(anchor)) return true;
    const anchors = read.get(file) ?? readPageLinks(readFileSync(join(site, file), 'utf8'), file, base).anchors;
    read.set(file, anchors);
    return anchors.has(anchor);
  };
  const looked = new Set<string>();
  const look = (page: string, address: string) => {
    if (looked.has(address)) return;
    looked.add(address);
    const target = targetOf(address, base);
    const state = target && planned.get(target.file);
    const isPage = target?.file.endsWith('.html') ?? false;
    if (!state || (target.anchor !== '' && isPage && !hasAnchor(state, target.anchor)))
      throw brokenLink({ page, address });
  };
  for (const { broken, pages, leads } of reviews) {
    if (broken) throw brokenLink(broken);
    for (const address of leads) look(pages[0]?.file ?? '', address);
  }
  for (const [page, addresses] of lists) for (const address of addresses) look(page, address);
  if (read.size === 0) return;
  const seen = [...asked].map(([file, anchors]) => [
    file,
    { digest: planned.get(file)!.digest, anchors: [...anchors] } satisfies SeenPage,
  ]);
  writeKept(join(kept, FILE), Object.fromEntries(seen));
}

function brokenLink({ page, address }: BrokenLink): ExplainedError {
  return new ExplainedError(
    `The page ${page} leads to ${address}, which is not in the site. If the council has layouts of its own, look there first.`,
  );
}
