import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import nunjucks from 'nunjucks';
import type { AnyPageView } from '../views/types.ts';

/** One template prints every page: which layout, the view says. */
export const TEMPLATE = "{% extends view.layout + '.njk' %}";

/** Prints a view as the HTML of its page. */
export type PrintPage = (view: AnyPageView) => string;

let known: { readonly key: string; readonly print: PrintPage } | undefined;

/**
 * The printer that holds the compiled layouts; the same one until a layout changes. `layouts` are folders, the council's
 * own first.
 */
export function pagePrinter(layouts: readonly string[]): PrintPage {
  const key = JSON.stringify([layouts, layoutFiles(layouts)]);
  if (known?.key !== key) {
    const template = nunjucks.compile(TEMPLATE, environmentFor(layouts));
    known = { key, print: (view) => template.render({ view }) };
  }
  return known.print;
}

/** Nunjucks as our layouts need it: everything is escaped, and what is not there prints nothing. */
export function environmentFor(layouts: readonly string[]): nunjucks.Environment {
  const loader = new nunjucks.FileSystemLoader([...layouts]);
  return new nunjucks.Environment(loader, { autoescape: true, throwOnUndefined: false });
}

function layoutFiles(layouts: readonly string[]): string[] {
  return layouts.flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
          const path = join(entry.parentPath, entry.name);
          return entry.name.endsWith('.njk') ? [`${path} ${statSync(path).mtimeMs}`] : [];
        })
      : [],
  );
}
