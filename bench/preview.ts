import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '../tests/tools/chromium.ts';
import { ROOT } from './measure.ts';

const EDITS = 10;

/** Waits until the machine has had nothing to do for two seconds: the preview makes its search when pages are shown. */
async function untilIdle(): Promise<void> {
  for (let second = 0, quiet = 0; second < 180 && quiet < 2; second++) {
    const before = busyTime();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    quiet = busyTime() - before < 200 ? quiet + 1 : 0;
  }
}

/** Milliseconds that all cores have worked. */
function busyTime(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.sys + times.nice + times.irq, 0);
}

/** Milliseconds from the saving of a file to its words on the screen of a real browser, ten times. */
export async function measureEdits(content: string, cwd: string): Promise<number[]> {
  const child = spawn(process.execPath, [join(ROOT, 'src/run.js'), 'preview', '--content', content, '--port', '0'], {
    cwd,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const browser = await launchChromium();
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let said = '';
      child.stdout.on('data', (data: Buffer) => {
        said = (said + data.toString()).slice(-2000);
        const found = /Preview: (\S+)/.exec(said)?.[1];
        if (found) resolve(found);
      });
      child.once('exit', () => reject(new Error('The preview ended too early')));
    });
    const page = await browser.newPage();
    await page.goto(new URL('reviews/harbour-1/meetings/2/', url).href);
    await untilIdle();
    const file = join(content, 'reviews/harbour-1/meetings/2.md');
    const text = readFileSync(file, 'utf8');
    const times: number[] = [];
    for (let edit = 0; edit <= EDITS; edit++) {
      await page.waitForTimeout(600);
      const words = `Sentence number ${edit} of this edit.`;
      const saved = performance.now();
      writeFileSync(file, `${text}\n${words}\n`);
      await page.getByText(words).waitFor({ state: 'attached' });
      // The first warms everything up.
      if (edit > 0) times.push(performance.now() - saved);
    }
    writeFileSync(file, text);
    return times;
  } finally {
    await browser.close();
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
  }
}
