import type { FileKind } from './kinds.ts';

/**
 * One example for each key of each kind of file, as it stands after the colon. A group of keys shows all keys that it
 * can have, so that every field, however deep, has its example. Used by the JSON Schemas, the reference page and the
 * comments in new files; the tests read every one of them with the schemas. Everything in them is invented.
 */

const COMMON: Readonly<Record<string, string>> = {
  draft: 'true',
  restricted: '{paragraph: 2, summary: An account of one household}',
  corrections: '\n  - {date: 2026-09-14, note: The date of meeting 2 was put right.}',
  formerly: '[/old/place/]',
  language: 'cy',
  translationOf: 'pages/about.md',
  checked: '\n  - {code: word-doubled, about: the the, because: The letter that is quoted has it so.}',
};

const CONTACT =
  '{name: Ann Example, team: Democratic Services, email: democratic@example.org, telephone: 01632 960000}';

/** `kind` → key → YAML. Common keys stand under every kind but `site`. */
export const FIELD_EXAMPLES: Readonly<Record<FileKind, Readonly<Record<string, string>>>> = {
  site: {
    name: 'Scrutiny reviews',
    organisation: 'Anytown Borough Council',
    url: 'https://scrutiny.example.org/',
    language: 'en-GB',
    contact: CONTACT,
    response: '{months: 2}',
    repository: 'https://git.example.org/anytown/scrutiny',
    colour: '"#1d4f5c"',
    logo: 'logo.svg',
    licence: '{name: Open Government Licence v3.0, url: https://licence.example.org/}',
    accessibility:
      '\n  status: partially\n  problems: [The conclusions table has long cells.]\n  burden: [Papers scanned before 2018 are left as they are.]\n  exempt: [Maps]\n  prepared: 2026-06-01\n  reviewed: 2026-09-01\n  tested: 2026-05-20\n  tester: Our web team, with a screen reader',
    search: '\n  also:\n    - {name: North District Council, url: https://scrutiny.north.example.org/}',
    footer: '\n  - {text: Privacy, url: /privacy/}',
  },
  review: {
    ...COMMON,
    title: 'Street lighting',
    type: 'task-and-finish',
    committee: 'Environment Scrutiny Committee',
    group: 'the Group',
    commissioned: '{by: Environment Scrutiny Committee, date: 2026-01-14}',
    published: '2026-07-08',
    status: 'scoping',
    question: 'Is every footpath lit after dark?',
    answer: 'Most are; eleven are not, and a plan is needed for them.',
    topics: '[highways, community safety]',
    abbreviations: '{LED: light-emitting diode}',
    organisations: '\n  abc: {name: Anytown Borough Council, abbreviation: ABC, also: [the Council]}',
    people: '\n  ann-example: {name: Cllr Ann Example, group: member, role: Chair, organisation: abc, publish: name}',
    contact: CONTACT,
    reference: 'SR 12',
    paragraphs: 'numbered',
    response: '{reference: CAB 7, received: 2026-09-01, published: 2026-09-08}',
  },
  area: {
    ...COMMON,
    number: '1',
    title: 'Dark corners',
    wording: 'Light every footpath from dusk to dawn.',
    source: 'Residents’ survey of 2025',
    lead: 'abc',
    action: 'in-progress',
    theme: 'Safety',
  },
  meeting: {
    ...COMMON,
    number: '1',
    title: 'First evidence',
    date: '2026-03-05',
    type: 'evidence',
    appendix: 'B',
    present: '[ann-example, ben-sample]',
    apologies: '[cora-specimen]',
    considered: '\n  - {area: 1, assurance: reviewed, outcome: satisfied, note: Survey of March 2026}',
    actions: '\n  - {action: Send the survey, owner: ben-sample, due: 2026-03-20, done: 2026-03-18}',
  },
  recommendation: {
    ...COMMON,
    number: '1',
    kind: 'recommendation',
    title: 'Lamps',
    wording: 'That every footpath be lit by October 2027.',
    paragraph: '14',
    to: '[Head of Highways]',
    sent: '2026-07-08',
    due: '2026-09-30',
    response: '{date: 2026-09-01, decision: accepted, by: Cabinet, number: 1, text: Agreed in full.}',
    progress: '\n  - {date: 2027-01-15, status: on-track, note: Six of eleven footpaths are lit.}',
  },
  appendix: { ...COMMON, letter: 'A', title: 'Scoping document', generated: 'conclusions' },
  page: { ...COMMON, title: 'How scrutiny works', summary: 'What scrutiny committees do, and how to take part.' },
};
