/** Marks in VS Code (extension unifiedjs.vscode-remark) what `npm run check` reports, while you type. */
import scrutineer from 'scrutineer/remark';

export default { plugins: [scrutineer] };
