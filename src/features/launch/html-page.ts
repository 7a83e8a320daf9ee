import type { Language } from '../../chat/language.ts';
import { escapeHtml } from '../../system/escape-html.ts';

interface Page {
  readonly language: Language;
  readonly title: string;
  readonly style: string;
  /** HTML already. */
  readonly body: readonly string[];
}

/** A page that asks no other host: its style is in it, and it has no script. */
export function htmlPage({ language, title, style, body }: Page): string {
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    ...body,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
