import type { Review } from '../model/catalogue.ts';
import type { RecommendationDocument } from '../model/document.ts';
import type { ViewContext } from './context.ts';
import { buildFacet, valuesOfFacet, type Facet } from './facets.ts';
import { buildActions } from './meeting-page.ts';
import { buildPageBase } from './page-base.ts';
import { plan, type PlannedPage } from './plan.ts';
import { buildRegisterItem, isAwaitingResponse } from './recommendation-page.ts';
import { addressees, countText, recommendationState } from './text.ts';
import type { ActionsPageView, RegisterPageView } from './types.ts';
import { paths, reviewSlug, siteUrl } from './urls.ts';

interface Entry {
  readonly review: Review;
  readonly recommendation: RecommendationDocument;
}

/** Every recommendation of every review, and a page for each state and addressee. */
export function planRegisterPages(context: ViewContext): PlannedPage[] {
  const entries = context.catalogue.reviews.flatMap((review) =>
    review.recommendations
      .filter(({ data }) => data.kind !== 'conclusion')
      .map((recommendation) => ({ review, recommendation })),
  );
  const facets = registerFacets(context);
  const page = (
    path: string,
    title: string,
    shown: readonly Entry[],
    current?: { facet: string; value: string },
  ): RegisterPageView => ({
    ...buildPageBase(context, {
      path,
      layout: 'register',
      title,
      caption: current ? context.words.recommendations : '',
      breadcrumbs: current
        ? [{ text: context.words.allRecommendations, url: siteUrl(context.urls, paths.register) }]
        : [],
    }),
    layout: 'register',
    intro: '',
    summary: registerSummary(context, shown),
    facets: facets.map((facet) =>
      buildFacet(context, facet, entries, facet.name === current?.facet ? current.value : ''),
    ),
    recommendations: shown.map(({ review, recommendation }) => ({
      ...buildRegisterItem(context, review, recommendation),
      filters: facets.flatMap((facet) =>
        facet.valuesOf({ review, recommendation }).map((value) => ({ name: facet.name, value })),
      ),
    })),
    empty: context.words.noRecommendations,
  });
  const narrowed = facets.flatMap((facet) =>
    valuesOfFacet(facet, entries).map((value) => {
      const path = facet.pathOf(value);
      return plan('register', path, () => {
        const shown = entries.filter((entry) => facet.valuesOf(entry).includes(value));
        return page(path, value, shown, { facet: facet.name, value });
      });
    }),
  );
  const all = plan('register', paths.register, () => page(paths.register, context.words.allRecommendations, entries));
  return [all, ...narrowed];
}

function registerFacets(context: ViewContext): Facet<Entry>[] {
  const { words, catalogue, responseMonths } = context;
  return [
    {
      name: 'state',
      heading: words.state,
      valuesOf: ({ recommendation }) => [recommendationState(recommendation, responseMonths, catalogue).text],
      pathOf: (value) => paths.registerBy('state', value),
    },
    {
      name: 'to',
      heading: words.to,
      valuesOf: ({ recommendation }) => addressees(recommendation),
      pathOf: (value) => paths.registerBy('addressee', value),
    },
  ];
}

/** “12 recommendations. 3 await a response, 1 of them overdue.” */
export function registerSummary(context: ViewContext, entries: readonly Entry[]): string {
  const awaiting = entries.filter(({ recommendation }) => isAwaitingResponse(recommendation));
  const overdue = awaiting.filter(
    ({ recommendation }) =>
      recommendationState(recommendation, context.responseMonths, context.catalogue).tone === 'bad',
  );
  const count = countText(entries.length, 'recommendation', 'recommendations');
  if (awaiting.length === 0) return `${count}. None awaits a response.`;
  const all = awaiting.length === 1 ? ', which is overdue' : ', all of them overdue';
  const late =
    overdue.length === 0 ? '' : overdue.length === awaiting.length ? all : `, ${overdue.length} of them overdue`;
  if (awaiting.length === entries.length)
    return entries.length === 1
      ? `The one recommendation awaits a response${late}.`
      : `All ${count} await a response${late}.`;
  return `${count}. ${awaiting.length} ${awaiting.length === 1 ? 'awaits' : 'await'} a response${late}.`;
}

/** Every action that meetings agreed, open ones first. */
export function buildActionsPage(context: ViewContext): ActionsPageView {
  const actions = context.catalogue.reviews.flatMap((review) =>
    review.meetings.flatMap((meeting) =>
      buildActions(context, review, meeting).map((action, index) => ({
        ...action,
        anchor: `${reviewSlug(review.id)}-meeting-${meeting.data.number}-action-${index + 1}`,
      })),
    ),
  );
  const open = actions.filter(({ done }) => done === '');
  return {
    ...buildPageBase(context, { path: paths.actions, layout: 'actions', title: context.words.actionLog }),
    layout: 'actions',
    summary: `${countText(actions.length, 'action', 'actions')}, ${open.length} not recorded as done.`,
    actions: [...open, ...actions.filter(({ done }) => done !== '')],
    empty: context.words.noActions,
  };
}
