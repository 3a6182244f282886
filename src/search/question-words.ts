/** Words that carry no meaning of their own in a question, and words that every page of a scrutiny record has. */

const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Dropped: grammar and the manners of asking. */
export const QUESTION_WORDS = list(
  `a about after again all already also although am an and any anybody anyone anything are as ask asking at away be
  became because been before being between both but by can cannot come could did do does doing done during each
  either else ever every everything few find finding for from further get gets getting give given go going got had has
  have having he hear her here hers him his how however i if in into is isn it its itself just know known last later
  latest let like look looked looking lot made make many may me might more most much must my need needed no none nor not
  now of off often on once one ones only or other others ought our ours out over own please quite rather really said same say
  saying says see seen shall she should show so some somebody someone something still such take taken tell than that the
  their theirs them then there these they thing things think this those though through to together told too under
  until up upon us use used very want wants was way we well went were what when where whether which while who whom
  whose why will wish with within without would yet you your yours don't didn't isn't aren't wasn't weren't won't can't
  couldn't shouldn't doesn't hasn't haven't dont didnt search information regarding concerning relating related relation
  involving happen happened anything mention mentioned mentions deal dealt dealing`,
);

/** Kept, but not asked for: a page without them may answer all the same. */
export const SOFT_WORDS = list(
  `above below agree agreed agreement answer answered ask asked council committee conclude concluded conclusion consider considered
  decide decided decision discuss discussed discussion document evidence explain explained finding findings group heard
  issue issues matter matters meeting meetings member members note notes part point problem problems propose proposed
  question questions recommend recommendation recommendations recommended recommends report reported reports respond
  responded response review reviewed reviews scrutiny scrutinise scrutinised state stated status suggest suggested talk
  talked topic view views work area areas improvement improve appendix councillor councillors progress outcome
  did led lead leads leading record records page pages panel board inquiry today people person`,
);

/** Words for a kind of document; a question that has one prefers that kind. */
export const KIND_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    meeting: ['meeting'],
    meetings: ['meeting'],
    session: ['meeting'],
    sessions: ['meeting'],
    minutes: ['meeting'],
    notes: ['meeting'],
    recommendation: ['recommendation', 'conclusion'],
    recommendations: ['recommendation'],
    recommend: ['recommendation'],
    recommended: ['recommendation'],
    recs: ['recommendation'],
    conclusion: ['conclusion'],
    conclusions: ['conclusion'],
    conclude: ['conclusion'],
    concluded: ['conclusion'],
    area: ['area'],
    areas: ['area'],
    afi: ['area'],
    afis: ['area'],
    appendix: ['appendix'],
    appendices: ['appendix'],
    annex: ['appendix'],
    report: ['review'],
    reports: ['review'],
    review: ['review'],
    reviews: ['review'],
    inquiry: ['review'],
    inquiries: ['review'],
  }),
);
