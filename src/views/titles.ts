import type { Document, RecommendationDocument } from '../model/document.ts';

/** A document's own title, with its kind and number: “Meeting 2: Safeguarding meeting”. */
export function documentTitle(document: Document): string {
  switch (document.kind) {
    case 'area':
      return `Area for Improvement ${document.data.number}: ${document.data.title}`;
    case 'meeting':
      return `Meeting ${document.data.number}: ${document.data.title}`;
    case 'recommendation':
      return document.data.title === undefined
        ? recommendationName(document)
        : `${recommendationName(document)}: ${document.data.title}`;
    case 'appendix':
      return `Appendix ${document.data.letter}: ${document.data.title}`;
    case 'review':
    case 'page':
      return document.data.title;
  }
}

/** “Recommendation 2” or, where a committee numbers both in one list, “Conclusion 2”. */
export function recommendationName(document: RecommendationDocument): string {
  return `${document.data.kind === 'conclusion' ? 'Conclusion' : 'Recommendation'} ${document.data.number}`;
}
