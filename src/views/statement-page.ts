import type { DataOf } from '../model/kinds.ts';
import type { ViewContext } from './context.ts';
import { buildPageBase } from './page-base.ts';
import { dateText } from './text.ts';
import type { LinkView, StatementPageView } from './types.ts';
import { fullUrl, paths } from './urls.ts';

type Facts = NonNullable<DataOf['site']['accessibility']>;
type Section = StatementPageView['sections'][number];

const GUIDELINES = 'the Web Content Accessibility Guidelines (WCAG) version 2.2, level AA';
const REGULATIONS =
  'the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018';

/**
 * The accessibility statement in the form that the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
 * Accessibility Regulations 2018 ask for (regulation 8, model statement of Decision (EU) 2018/1523), from the facts in
 * site.yaml. Without facts it claims nothing.
 */
export function buildStatementPage(context: ViewContext): StatementPageView {
  const { site, words } = context;
  const facts = context.catalogue.site?.data.accessibility;
  return {
    ...buildPageBase(context, {
      path: paths.accessibility,
      layout: 'statement',
      title: words.accessibilityStatement,
      description: `${words.accessibilityStatement}: ${site.name}`,
    }),
    layout: 'statement',
    sections: [
      section('', [`This statement applies to ${site.name}${address(context)}. ${publisher(context)}`]),
      section(
        'What you can do here',
        ['The site is made so that as many people as possible can use it. You should be able to:'],
        [
          'reach and use everything with a keyboard alone',
          'listen to every page with a screen reader: headings, lists, tables and links are marked as such',
          'enlarge the text to 400% without losing any of it',
          'change colours, contrast and fonts, and choose light or dark',
          'read everything without JavaScript',
        ],
      ),
      section(
        'Telling us about a problem',
        [
          'If something cannot be used, or you need it in another form (large print, easy read, audio, braille), tell us:',
        ],
        [],
        contactLinks(context),
      ),
      section(
        'Enforcement procedure',
        [
          `The Equality and Human Rights Commission (EHRC) enforces ${REGULATIONS} (the accessibility regulations). If you are not content with how we answer your complaint, contact the Equality Advisory and Support Service (EASS).`,
        ],
        [],
        [{ text: 'Equality Advisory and Support Service', url: 'https://www.equalityadvisoryservice.com/' }],
      ),
      ...complianceSections(site.organisation || 'The publisher', facts),
      ...preparationSections(facts),
    ],
  };
}

function section(
  heading: string,
  paragraphs: readonly string[],
  items: readonly string[] = [],
  links: readonly LinkView[] = [],
): Section {
  return { heading, paragraphs, items, links };
}

function address(context: ViewContext): string {
  const url = fullUrl(context.urls, paths.home);
  return url === '' ? '' : ` (${url})`;
}

function publisher(context: ViewContext): string {
  const { organisation } = context.site;
  return organisation === '' ? '' : `It is run by ${organisation}.`;
}

function contactLinks(context: ViewContext): LinkView[] {
  return context.site.contact.flatMap((fact) =>
    fact.values.map((value) => ({ ...value, text: `${fact.term}: ${value.text}` })),
  );
}

function complianceSections(organisation: string, facts: Facts | undefined): Section[] {
  const commitment = section('Technical information about this site’s accessibility', [
    `${organisation} is committed to making this site accessible, in accordance with ${REGULATIONS}.`,
  ]);
  if (!facts)
    return [
      commitment,
      section('Compliance status', [`It has not been recorded yet how far this site meets ${GUIDELINES}.`]),
    ];
  const status = {
    fully: `This site is fully compliant with ${GUIDELINES}.`,
    partially: `This site is partially compliant with ${GUIDELINES}, because of what is listed below.`,
    not: `This site is not compliant with ${GUIDELINES}, because of what is listed below.`,
  }[facts.status];
  const lists: [string, readonly string[] | undefined][] = [
    ['Non-compliance with the accessibility regulations', facts.problems],
    ['Disproportionate burden', facts.burden],
    ['Content that is not within the scope of the accessibility regulations', facts.exempt],
  ];
  return [
    commitment,
    section('Compliance status', [status]),
    ...lists.flatMap(([heading, items]) => (items?.length ? [section(heading, [], items)] : [])),
  ];
}

function preparationSections(facts: Facts | undefined): Section[] {
  if (!facts) return [];
  const sentences = [
    `This statement was prepared on ${dateText(facts.prepared)}.`,
    facts.reviewed === undefined ? '' : `It was last reviewed on ${dateText(facts.reviewed)}.`,
    facts.tested === undefined ? '' : `The site was last tested on ${dateText(facts.tested)}.`,
    facts.tester ?? '',
  ];
  return [
    section('Preparation of this accessibility statement', [sentences.filter((sentence) => sentence !== '').join(' ')]),
  ];
}
