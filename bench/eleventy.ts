import Eleventy from '@11ty/eleventy';

/** Eleventy reading the Markdown itself, with one layout: `node eleventy.js INPUT OUTPUT`. No links, lists or checks. */
const [input, output] = process.argv.slice(2) as [string, string];
const eleventy = new Eleventy(input, output, {
  quietMode: true,
  config: (config) => {
    config.setUseGitIgnore(false);
    config.addGlobalData('layout', 'plain.njk');
  },
});
eleventy.setIsVerbose(false);
eleventy.disableLogger();
await eleventy.write();
