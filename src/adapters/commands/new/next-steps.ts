import { pathOf } from '../../../diagnostics/format.ts';
import type { NewFile } from '../../../write/new-document.ts';
import type { NewKind } from './new.ts';

/** What to do after a file has been begun, in the order in which it is done. */
export function nextSteps(kind: NewKind, files: readonly NewFile[], folder: string): string {
  const first = files[0]!;
  const isDraft = /^draft: true$/m.test(first.text);
  const steps = [
    `Open ${pathOf(first.path, { folder })} and write. ${STEPS[kind]}`,
    'See it in the preview: npm start',
    'Look for mistakes: npm run check',
    isDraft
      ? 'When it may be published, take out the line “draft: true”.'
      : 'It belongs to a review that is a draft, and is published together with it.',
  ];
  return `What to do next:\n${steps.map((step, index) => `  ${index + 1}. ${step}`).join('\n')}`;
}

const STEPS: Readonly<Record<NewKind, string>> = {
  review:
    'Begin with the scoping document (appendices/a.md), then the people in index.md. Later: npm run new -- meeting',
  area: 'Give the exact wording. Meetings name it under “considered”.',
  meeting: 'Put right who was there, take in the areas it considered, and write the notes below the second line ---.',
  recommendation: 'Say below the second line --- why it is made, and name the meetings and areas it rests on.',
  appendix: 'Name it in the report, “appendix” and its letter, so that readers find it.',
  page: 'Its address is its file’s name.',
};
