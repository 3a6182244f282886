import * as pagefind from 'pagefind';

/** Pagefind alone, over a folder of pages: `node pagefind.js PAGES OUTPUT`. */
const [path, outputPath] = process.argv.slice(2) as [string, string];
const { index } = await pagefind.createIndex({ forceLanguage: 'en' });
await index!.addDirectory({ path, glob: '**/*.html' });
await index!.writeFiles({ outputPath });
await pagefind.close();
