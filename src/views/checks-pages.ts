import { ALL_CODES, familyOf, severityOf, type Code, type Severity } from '../diagnostics/codes.ts';
import type { Review } from '../model/catalogue.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Document } from '../model/document.ts';
import { groupBy } from '../model/group-by.ts';
import { bareName, publishRule } from '../model/publish-rule.ts';
import { capitalised } from './area-page.ts';
import { documentLink, type ViewContext } from './context.ts';
import { renderHelp } from './help-text.ts';
import { buildPageBase, reviewBreadcrumbs } from './page-base.ts';
import { countText } from './text.ts';
import type { AboutChecksPageView, ChecksPageView, FindingView, RuleView } from './types.ts';
import { paths, siteUrl } from './urls.ts';

/** How a review's record was checked: which rules ran, what they found, what was looked at and kept. */
export function buildChecksPage(context: ViewContext, review: Review): ChecksPageView {
  const documents = documentsOf(review);
  const unnamed = wordsNotToName(review);
  const found = documents.flatMap(({ path }) =>
    (context.problems.get(path) ?? []).flatMap((finding) => findingView(context, finding, '', unnamed)),
  );
  const kept = documents.flatMap(({ path }) =>
    (context.kept.get(path) ?? []).flatMap(({ finding, because }) => findingView(context, finding, because, unnamed)),
  );
  return {
    ...buildPageBase(context, {
      path: paths.checks(review.id),
      layout: 'checks',
      title: context.words.howChecked,
      caption: review.index.data.title,
      breadcrumbs: [...reviewBreadcrumbs(context, review.index), documentLink(context, review.index)],
    }),
    layout: 'checks',
    review: documentLink(context, review.index),
    summary: `${countText(ALL_CODES.length, 'check', 'checks')} were made. ${capitalised(countText(found.length, 'finding stands', 'findings stand'))}; ${countText(kept.length, 'was', 'were')} looked at and kept.`,
    found,
    kept,
    noneFound: found.length === 0 ? context.words.noneFound : '',
    noneKept: kept.length === 0 ? context.words.noneKept : '',
    families: byFamily((code) => ruleView(context, code)),
  };
}

/** Names, words of names and keys of people who are published by role or not at all, in lower case. */
function wordsNotToName(review: Review): readonly string[] {
  return [...review.people].flatMap(([key, person]) =>
    publishRule(person) === 'name'
      ? []
      : [key, ...bareName(person.name).split(/\s+/)].flatMap((word) => (word.length > 2 ? [word.toLowerCase()] : [])),
  );
}

/**
 * A finding as the public may read it. Those on privacy would repeat what must not be said, and those on restricted
 * documents could; both are left out. One that names somebody who is not to be named says only what was looked for.
 */
function findingView(
  context: ViewContext,
  finding: Diagnostic,
  because: string,
  unnamed: readonly string[],
): FindingView[] {
  const documents = [finding, ...(finding.related ?? [])].map(({ file }) => context.catalogue.documents.get(file));
  const document = documents[0];
  const isOpen = documents.every((candidate) => candidate !== undefined && !candidate.restricted);
  if (!document || !isOpen || familyOf(finding.code) === 'privacy') return [];
  const mayBeRead = (text: string) => !unnamed.some((word) => text.toLowerCase().includes(word));
  return [
    {
      code: finding.code,
      severity: severityWords(context, finding.severity),
      document: documentLink(context, document),
      message: mayBeRead(finding.message) ? finding.message : `${ruleView(context, finding.code).title}.`,
      because: mayBeRead(because) ? because : '',
    },
  ];
}

function documentsOf(review: Review): Document[] {
  return [review.index, ...review.areas, ...review.meetings, ...review.recommendations, ...review.appendices];
}

/** The public page that explains every check, made from the help pages. */
export function buildAboutChecksPage(context: ViewContext): AboutChecksPageView {
  const families = byFamily((code) => {
    const help = context.helpPages.get(code);
    return help === undefined
      ? undefined
      : { anchor: code, code, severity: severityWords(context, severityOf(code)), ...renderHelp(help) };
  });
  return {
    ...buildPageBase(context, { path: paths.aboutChecks, layout: 'about-checks', title: context.words.aboutChecks }),
    layout: 'about-checks',
    families: families.map(({ heading, rules }) => ({
      anchor: `family-${heading.toLowerCase().replaceAll(' ', '-')}`,
      heading,
      rules,
    })),
  };
}

function ruleView(context: ViewContext, code: Code): RuleView {
  const help = context.helpPages.get(code);
  return {
    code,
    title: help === undefined ? code : renderHelp(help).title,
    url: help === undefined ? '' : `${siteUrl(context.urls, paths.aboutChecks)}#${code}`,
    severity: severityWords(context, severityOf(code)),
  };
}

function byFamily<T>(viewOf: (code: Code) => T | undefined): { heading: string; rules: T[] }[] {
  return [...groupBy(ALL_CODES, familyOf)].flatMap(([family, codes]) => {
    const rules = codes.flatMap((code) => viewOf(code) ?? []);
    return rules.length === 0 ? [] : [{ heading: capitalised(family), rules }];
  });
}

function severityWords(context: ViewContext, severity: Severity): string {
  const { words } = context;
  return { error: words.severityError, warning: words.severityWarning, advice: words.severityAdvice }[severity];
}
