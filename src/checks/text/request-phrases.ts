/** How notes say that something was asked for or promised: the phrases of `requests.ts`. */

const ADVERBS =
  '(?:(?:also|then|further|furthermore|therefore|additionally|subsequently|formally|specifically|again|both|all|has|have|however|in addition),?\\s+){0,3}';
const ASKERS =
  "(?:members|councillors|the (?:task (?:and|&) finish |scrutiny |review |working |inquiry )?(?:group|panel|committee|sub-committee|commission|inquiry|chair|chairman|chairwoman|vice-chair)|(?:cllrs?|councillors?)\\.? \\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)?|we|it was)";
/** What is asked for without being owed afterwards: a courtesy, a matter of procedure. */
export const PROCEDURE =
  /\b(?:be (?:noted|minuted|recorded|put on record|placed on record)|adjourn\w*|a (?:short )?break|recorded vote|nominations?|volunteers?|questions|apologies|thanks|its appreciation|their appreciation|a show of hands|more time|an extension)\b/i;
/** Words for something that can be told on the spot. */
export const TELLABLE =
  /^(?:for|to (?:hear|know|understand))\b[^.,;]{0,30}?\b(?:explanation|clarification|clarity|views?|opinions?|comments?|thoughts|advice|reasons?|examples?|details?|assurances?|reassurances?|confirmation|information|numbers?|figures?|feedback|know|hear|understand)\b/i;
export const ANSWER =
  /\b(?:explained|replied|responded|confirmed|answered|stated|said|advised|told|reported|clarified|described|outlined|assured|gave|noted that|was informed|were informed|were told|was told|in (?:reply|response|answer))\b/i;
/** The thing was handed over already, or the sentence looks back at an earlier meeting. */
export const SETTLED =
  /\b(?:(?:which|this|these|and|it|they|copies|that) (?:was|were|has been|had been|have been|has since been|have since been|is|are)(?: (?:then|since|duly|subsequently|later|both|now))? (?:provided|circulated|supplied|tabled|sent|given|shown|shared|attached|appended|received|handed|distributed|presented)|as (?:requested|asked)|at (?:the|its|their|our) (?:last|previous|first|earlier) meeting|previously (?:requested|asked)|had (?:previously |earlier |already )?(?:requested|asked))\b/i;

export const ASKED = new RegExp(
  `(?<=^|[^\\p{L} ] ?|\\b(?:and|but|so|when|then|meeting|discussion) )${ASKERS}\\s+${ADVERBS}(?:(requested)\\s+(?!by\\b)|asked\\s+(?=(for|that|to (?:see|be|receive|have)|(?:[\\p{L}'’-]+\\s+){1,4}?to\\s+(?:provide|send|circulate|report|write|bring|prepare|share|supply|confirm|investigate|look into|check|arrange|follow up|find out|produce|draft|obtain|return|come back|update))\\b))(?<rest>.*)`,
  'iu',
);
/** Things that are handed to members, and those they are handed to. */
const PAPER =
  '(?:reports?|notes?|papers?|updates?|briefings?|copy|copies|findings|results|figures|information|minutes|presentation|summary|data|evidence|outcomes?)';
export const RECIPIENT =
  /\b(?:members|councillors|committees?|group|panel|board|cabinet|meeting|leadership|management team|chair|commission|executive|scrutiny)\b/i;
/** “were of the view that the findings should be reported to” */
export const WISHED = new RegExp(
  `\\b(?:members|the group|the panel|the committee|we)\\s+(?:also\\s+)?(?:were of the view|felt|suggested|agreed|asked|proposed|considered)\\s+that\\b.*\\b${PAPER}\\b.*\\bshould (?:also )?(?:be (?:reported|presented|circulated|sent|provided|brought|submitted|shared|given|supplied)(?: back)?|go) to\\b(?<to>.*)`,
  'i',
);

const DELIVER =
  '(?:provide|send|circulate|confirm|supply|share|report|check|prepare|write|bring|forward|arrange|find out|look into|investigate|follow (?:this |it |that )?up|produce|draft|contact|liaise|clarify|update|come back|invite|submit|raise|obtain|distribute|speak|ask|present|feed back|pass on|e-?mail|let)';
export const PROMISED = new RegExp(
  `(?:\\b(?<who>[\\p{L}'’.-]+(?: [\\p{Lu}][\\p{L}'’-]+)*),?\\s+(?:also\\s+)?(?:agreed|undertook|promised|offered|volunteered|committed)\\s+(?:to\\s+)${DELIVER}\\b|\\bit was agreed that\\b.{3,80}?\\b(?:will|would|to|should)\\s+${DELIVER}\\b|\\b(?:I|we)\\s+(?:will|shall|would be (?:happy|pleased) to|can)\\s+(?:write to|send|provide|supply)\\s+(?:you|the committee|the group|the panel)\\b)`,
  'iu',
);
const HANDED =
  '(?:circulated|presented|reported|submitted|sent|provided|brought|shared|distributed|forwarded|supplied)';
/** “a report will go to …”, “notes to be circulated”, “that a report be submitted to …” */
export const GOING = new RegExp(
  `\\b${PAPER}\\b(?:\\s+(?:on|of|about|from|setting out)\\s+[^.;,]{3,60}?)?\\s+(?:(?:will|would|is to|are to)\\s+(?:also\\s+|then\\s+)?(?:go|come|be ${HANDED})|(?:to )?be (?<circulated>${HANDED}))\\b(?<to>.*)`,
  'i',
);
/** “Action: Ben Sample to …” */
export const ACTION_LINE =
  /^\W*action(?: points?)?(?: \d+)?\s*[:–—-]\s*(?!(?:none|nil|no|n\/a|complete|completed|closed|done)\b)\p{L}/iu;
export const PAST_YEAR = /\b(?:in|since|during) (?:19|20)\d\d\b/i;
export const NEXT_STEPS =
  /^(?:\d[\d.]*\s+)?(?:next steps|(?:agreed |follow[- ]up )?actions?(?: points?| agreed| arising| list)?|follow[- ]up)\b\s*:?$/i;
export const STEP =
  /^(?:action:?\s+|[–-]\s*)?(?<who>\p{Lu}[^.;:]{1,70}?)\s+(?:to|will|would|should|was to|were to|agreed to)\s+\p{Ll}{3,}/u;

/** Words without which a sentence need not be looked at closely. */
export const QUICK = {
  asks: /request|asked/i,
  wishes: /should/,
  promises: /agreed|undertook|promised|offered|volunteered|committed|\b(?:I|[Ww]e) (?:will|shall|would|can)\b/,
  going: /\b(?:will|would|is to|are to|be)\b/,
};
/** Somebody's own words, or what was asked long ago. */
export const NOT_THEIRS = /^(?:["“‘]|In (?:19|20)\d\d\b)/;
/** A transcript names who speaks: “we” is then whoever that is. */
export const SPEAKER = /^(?:Q\s?\d+\s+)?\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’()-]+){0,6}:\s/u;
export const SAYS_SETTLED = /^(?:This|These|It|They|Copies) (?:was|were|has|have)\b/;

export const PAPERS = new RegExp(`\\b${PAPER}\\b`, 'i');
