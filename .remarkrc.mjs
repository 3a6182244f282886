/** Marks in VS Code (extension unifiedjs.vscode-remark) what `npm run check` reports, while you type. */
const scrutineer = await import('./src/adapters/editor/remark-plugin.ts');

export default { plugins: [scrutineer.default] };
