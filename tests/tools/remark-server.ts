import { remark } from 'remark';
import { createUnifiedLanguageServer } from 'unified-language-server';

/** The language server inside the VS Code extension unifiedjs.vscode-remark, with that extension's configuration. */
createUnifiedLanguageServer({
  defaultProcessor: remark,
  configurationSection: 'remark',
  ignoreName: '.remarkignore',
  packageField: 'remarkConfig',
  pluginPrefix: 'remark',
  processorName: 'remark',
  processorSpecifier: 'remark',
  rcName: '.remarkrc',
});
