/**
 * A Chromium for the tests that need a real browser: one named in the environment, else one installed on this
 * computer, else the one carried inside the npm package @sparticuz/chromium (Linux on x64).
 */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

export interface FoundChromium {
  executablePath: string;
  args: string[];
  /** Variables to add to the environment of the browser's process; empty unless the packaged browser needs some. */
  env: Record<string, string>;
}

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../..');

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

export async function findChromium(): Promise<FoundChromium> {
  for (const name of ['CHROMIUM_PATH', 'CHROME_PATH']) {
    const named = process.env[name];
    if (!named) continue;
    if (!(await isExecutable(named))) throw new Error(`${name} is ${named}, which is not a program that can be run.`);
    return { executablePath: named, args, env: {} };
  }
  for (const executablePath of installed) {
    if (await isExecutable(executablePath)) return { executablePath, args, env: {} };
  }
  try {
    return { ...(await findPackagedChromium()), args };
  } catch (cause) {
    throw new Error(
      'No Chromium for the browser tests. Install one (on Debian: apt-get install chromium), or set CHROMIUM_PATH to ' +
        `its program. The one inside @sparticuz/chromium cannot be used: ${(cause as Error).message}`,
      { cause },
    );
  }
}

/** Starts the browser; close() it afterwards. Whatever the options say is added to what every test needs. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const found = await findChromium();
  return chromium.launch({
    ...options,
    executablePath: found.executablePath,
    args: [...found.args, ...(options.args ?? [])],
    env: { ...process.env, ...found.env, ...options.env },
  });
}

/**
 * Unpacks the browser once into .cache/, and says what its environment lacks.
 *
 * The package unpacks into the folder for temporary files, and takes a half-written program for a ready one. Test
 * files run side by side, so each unpacks (in 2 s) into a folder of its own, and the first to finish renames it.
 */
async function findPackagedChromium(): Promise<Omit<FoundChromium, 'args'>> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`it is built for linux x64, and this is ${process.platform} ${process.arch}.`);
  }
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(await readFile(path.join(packageFolder(entry), 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = path.join(root, '.cache', `chromium-${version}`);
  const executablePath = path.join(folder, 'chromium');
  if (!(await isExecutable(executablePath))) await unpack(entry, folder);

  const env: Record<string, string> = {};
  const { stdout } = await run('ldd', [executablePath]).catch(() => ({ stdout: 'not found' }));
  // Its own copies of NSS and expat only where the computer has none: otherwise they would hide the newer ones.
  if (stdout.includes('not found')) {
    env.LD_LIBRARY_PATH = [path.join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  }
  if (!(await exists('/etc/fonts/fonts.conf'))) env.FONTCONFIG_FILE = path.join(folder, 'fonts.conf');
  return { executablePath, env };
}

async function unpack(entry: string, folder: string): Promise<void> {
  await mkdir(path.dirname(folder), { recursive: true });
  const temporary = await mkdtemp(`${folder}-`);
  try {
    // AWS_EXECUTION_ENV makes the package unpack its shared libraries too. It reads both variables as it is loaded.
    const env = { ...process.env, TMPDIR: temporary, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
    const script = 'const m = require(process.argv[1]); (m.default ?? m).executablePath()';
    await run(process.execPath, ['-e', script, entry], { env });
    await writeFile(path.join(temporary, 'fonts.conf'), fontsConfig(folder));
    await rename(temporary, folder).catch(async (error: unknown) => {
      // Another test file was first: its folder is as good, unless it isn't.
      if (!(await isExecutable(path.join(folder, 'chromium')))) throw error;
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function fontsConfig(folder: string): string {
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', path.join(folder, 'fonts')];
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((dir) => `  <dir>${dir}</dir>`).join('\n')}
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

function packageFolder(entry: string): string {
  const name = path.join('@sparticuz', 'chromium');
  return entry.slice(0, entry.lastIndexOf(name) + name.length);
}

function isExecutable(file: string): Promise<boolean> {
  return exists(file, constants.X_OK);
}

async function exists(file: string, mode: number = constants.F_OK): Promise<boolean> {
  return access(file, mode).then(
    () => true,
    () => false,
  );
}
