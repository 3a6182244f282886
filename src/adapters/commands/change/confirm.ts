import { ExplainedError } from '../../explained-error.ts';
import { openAsker } from '../new/ask.ts';

export interface ConfirmArguments {
  yes?: boolean;
  dryRun?: boolean;
}

/** After the plan was shown: true when it is to be done. Asks on a terminal; elsewhere `--yes` says so. */
export async function isConfirmed(options: ConfirmArguments): Promise<boolean> {
  if (options.dryRun) {
    console.log('Nothing was written (--dry-run).');
    return false;
  }
  if (options.yes) return true;
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new ExplainedError('Nothing was written yet. Add --yes to do it, or --dry-run to look only.', 2);
  const asker = openAsker();
  try {
    const isWanted = await asker.yes('Shall this be done?');
    if (!isWanted) console.log('Nothing was written.');
    return isWanted;
  } finally {
    asker.close();
  }
}
