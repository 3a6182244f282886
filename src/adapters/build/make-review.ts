import { analysePartInSteps, seenBy, type OpenedRecord, type PartAnalysis } from '../../analyse.ts';
import type { Severity } from '../../diagnostics/codes.ts';
import { buildReview, contextSeen, planReview } from '../../pages.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { finish } from '../../model/steps.ts';
import { OTHERS } from '../../parse/classify.ts';
import type { ViewContext } from '../../views/context.ts';
import { entryOf } from '../../views/page-entry.ts';
import type { PageAddress, PageEntry } from '../../views/types.ts';
import type { FileState } from '../kept/site-folder.ts';
import { apart, targetOf } from './page-links.ts';
import type { PageWriter } from './write-page.ts';

/** A review with everything that the rest of a build needs of it: plain data, its texts are read no more. */
export interface MadeReview extends Omit<PartAnalysis, 'backlinks'> {
  readonly pages: readonly MadePage[];
  /** Where its pages would stand, when they are not written. */
  readonly planned?: readonly PageAddress[];
  readonly files: readonly FileState[];
  /** Where its pages lead that is not in it. */
  readonly leads: readonly string[];
  /** A link within it that leads nowhere; the layouts are to blame. */
  readonly broken?: BrokenLink;
  /** True when its pages stand in the site, with every link between them right. */
  readonly isWritten: boolean;
  readonly madeFrom: Sources;
}

/** A page as it was written; `record` is what the search reads of it. */
export interface MadePage extends PageEntry {
  readonly page?: FileState;
  readonly record?: FileState;
}

export interface BrokenLink {
  readonly page: string;
  readonly address: string;
}

/** What a review was made from besides its own files. */
export interface Sources {
  /** Other parts of the record that it asked about. */
  readonly parts: readonly string[];
  /** More than can be named. */
  readonly isWide: boolean;
  /** True when it may be another tomorrow. */
  readonly isOfToday: boolean;
}

/** What making any one review needs. */
export interface ReviewMaker {
  readonly record: OpenedRecord;
  readonly shared: ViewContext;
  /** Writes pages; without it reviews are only checked. */
  readonly writer: PageWriter | undefined;
  /** A site with findings of these severities is not published. */
  readonly stopAt: readonly Severity[];
}

/** Reads, checks and prints one review. */
export function makeReview({ record, shared, writer, stopAt }: ReviewMaker, id: string): MadeReview {
  const parts = new Set<string>();
  let [isWide, isOfToday] = [false, false];
  const witness = {
    part: (part: string | undefined) => {
      if (part === undefined) isWide = true;
      else if (part !== id && part !== OTHERS) parts.add(part);
    },
    today: () => (isOfToday = true),
  };
  const seen = seenBy(record, id, witness);
  for (const links of seen.catalogue.backlinks.values())
    for (const { from } of links) witness.part(from.review ?? OTHERS);
  const { backlinks, ...analysis } = finish(analysePartInSteps(seen, id));
  const isPublished = seen.catalogue.reviews.length > 0;
  const context = contextSeen(shared, seen, witness);
  const isWriting = writer !== undefined && !isStoppedBy(analysis.diagnostics, stopAt);
  const none = { pages: [], files: [], leads: [] };
  const written: Written = !isPublished
    ? none
    : isWriting
      ? writeReview(writer, buildReview(context, { ...analysis, backlinks }, id))
      : { ...none, planned: planReview(context, id) };
  for (const { reading } of record.parts.get(id)!.files) reading?.forget();
  return {
    ...analysis,
    ...written,
    isWritten: isWriting && !('broken' in written),
    madeFrom: { parts: [...parts].sort(), isWide, isOfToday },
  };
}

/** True when a site with these findings is not published. */
export function isStoppedBy(diagnostics: readonly Diagnostic[], stopAt: readonly Severity[]): boolean {
  return diagnostics.some(({ severity }) => stopAt.includes(severity));
}

/** Where the pages of a review stand, or would. */
export function addressesOf({ planned, pages }: MadeReview): readonly PageAddress[] {
  return planned ?? pages;
}

type Written = Pick<MadeReview, 'pages' | 'planned' | 'files' | 'leads' | 'broken'>;

/** Writes a review's pages and looks at every link between them. */
function writeReview(writer: PageWriter, { pages, files }: ReturnType<typeof buildReview>): Written {
  const written = pages.map((view) => ({ entry: entryOf(view), ...writer.write(view) }));
  const states = files.map(({ file, content }) => writer.writeFile(file, content));
  const anchors = new Map(written.map(({ entry, links }) => [entry.file, links.anchors]));
  const others = new Set(states.map(({ file }) => file));
  const leads = new Set<string>();
  /** Pages share most of their links: each is looked at once. */
  const looked = new Set<string>();
  let broken: BrokenLink | undefined;
  for (const { entry, links } of written)
    for (const address of links.addresses) {
      if (looked.has(address)) continue;
      looked.add(address);
      const target = targetOf(address, writer.base);
      const own = target && anchors.get(target.file);
      if (own ? target.anchor === '' || own.has(target.anchor) : target && others.has(target.file)) continue;
      if (own) broken ??= { page: entry.file, address };
      else leads.add(address);
    }
  return {
    pages: written.map(({ entry, page, record }) => ({ ...entry, page, ...(record ? { record } : {}) })),
    files: states,
    leads: apart(leads),
    ...(broken ? { broken } : {}),
  };
}
