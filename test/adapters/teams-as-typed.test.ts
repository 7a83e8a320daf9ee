import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { AdaptiveCard } from '../../adapters/teams/adaptive-card.ts';
import { renderCard } from '../../adapters/teams/render-card.ts';
import { renderForm } from '../../adapters/teams/render-form.ts';
import { chromiumFlags, chromiumPath, howToMakeItRun } from '../browser/chromium.ts';
import { typed as markup } from '../contract/cards.ts';
import { libraryPath } from './card-parser.ts';

const describeWithChromium = chromiumPath === null ? describe.skip : describe;
if (chromiumPath === null) process.stderr.write(`${howToMakeItRun}\n`);

const rosa = { platform: 'teams', workspace: 't', id: 'g' } as const;

const everyTyped = [
  markup,
  '*bold* **bold** _italic_ __bold__ ~~gone~~ `code` ***',
  '1. one',
  '1) one',
  '- one',
  '+ one',
  '# heading',
  '> quote',
  '[a link](https://example.org) ![picture](x.png) <https://example.org>',
  'back\\slash \\* \\n',
  '<b>bold</b> <script>document.title = 1</script> <at>Rosa</at>',
  '&amp; &lt; &#42; & co',
  'first line\nsecond line\n- third line',
  '👩‍⚕️ 🏥 naïve Ωμέγα ありがとう مرحبا',
  '{{DATE(2026-11-23T09:00:00Z, SHORT)}} {{TIME(2026-11-23T09:00:00Z)}} {{{x}}}',
  'See https://example.org/a_b*c* and *this*',
];

/**
 * Runs in the page: draws a card, and reads what is seen of it. Of the texts that may be formatted, whatever could be
 * markdown is taken away, which is worse than any client of Teams.
 */
const draw = String.raw`(card) => {
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = text
      .replaceAll(/\[([^\]]*)\]\(([^)]*)\)/g, '<a href="$2">$1</a>')
      .replaceAll(/[\\*_~|^[\]{}]|^\s*(?:\d+[.)]|[-+#>])\s/gm, '');
    result.didProcess = true;
  };
  const shown = new AdaptiveCards.AdaptiveCard();
  shown.parse(card);
  document.body.replaceChildren(shown.render());
  const all = (what, read) => [...document.querySelectorAll(what)].map(read);
  return {
    title: document.title,
    texts: all('.ac-textBlock, .ac-richTextBlock', ({ innerText }) => innerText),
    entered: all('textarea', ({ value }) => value),
    options: all('option', ({ textContent }) => textContent),
    buttons: all('button', ({ innerText }) => innerText),
    links: all('a', ({ href, innerText }) => [innerText, href]),
  };
}`;

type Shown = Readonly<Record<'texts' | 'entered' | 'options' | 'buttons', readonly string[]>> & {
  readonly title: string;
};

describeWithChromium("in Microsoft's renderer in a browser", () => {
  let browser: Browser;
  let page: Page;
  // Jest runs these for a skipped block as well.
  if (chromiumPath !== null) {
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: chromiumFlags });
      page = await browser.newPage();
      await page.addScriptTag({ path: libraryPath });
    });
    afterAll(() => browser.close());
  }
  const show = (card: AdaptiveCard): Promise<Shown> => page.evaluate(`(${draw})(${JSON.stringify(card)})`);
  const times = (texts: readonly string[], typed: string) =>
    texts.filter((text) => text.includes(typed)).length;

  test.each(everyTyped)('a card says as it was typed: %s', async (typed) => {
    const label = typed.split('\n')[0]?.slice(0, 40) ?? '';
    const shown = await show(
      renderCard({
        heading: typed,
        elements: [
          { type: 'text', words: typed },
          { type: 'text', words: typed, tone: 'strong' },
          { type: 'text', words: typed, tone: 'quiet' },
          { type: 'text', words: ['Ask ', { person: rosa, name: typed }, '.'] },
          { type: 'questions', first: typed, second: typed },
          { type: 'fields', fields: [{ label: typed, words: typed }] },
          { type: 'table', columns: ['A', 'B'], rows: [[typed, 'b']] },
          { type: 'file', name: 'a.txt', content: typed },
          { type: 'buttons', buttons: [{ id: 'help.show', label }] },
          { type: 'choice', id: 'pairing.invite', label: 'Who?', options: [{ value: '1', label }] },
        ],
      }),
    );
    expect(times(shown.texts, typed)).toBe(11);
    expect(shown).toMatchObject({ title: '', buttons: [label, 'Choose'] });
    expect(shown.options).toContain(label);
  });

  test.each(everyTyped)('a form says as it was typed: %s', async (typed) => {
    const several = { type: 'text', maxLength: 300, lines: 'several' } as const;
    const first = { ...several, id: 'first', label: 'First', hint: typed, initial: typed };
    const fields = [first, { ...several, id: 'second', label: 'Second' }];
    const form = { id: 'questions.post', title: typed, intro: typed, submit: 'Save', fields };
    const empty = await show(renderForm(form));
    expect([times(empty.texts, typed), empty.entered]).toEqual([3, [typed, '']]);
    const errors = { first: typed, other: typed };
    const again = await show(renderForm(form, { answers: { second: typed }, errors }));
    expect([times(again.texts, typed), again.entered]).toEqual([5, ['', typed]]);
  });

  test('a sentence of ours has its address as a link', async () => {
    const words = 'Chat at https://988lifeline.org/chat, at any hour.';
    const shown = await show(renderCard({ elements: [{ type: 'text', words }] }));
    expect(shown).toMatchObject({
      texts: [words],
      links: [['https://988lifeline.org/chat', 'https://988lifeline.org/chat']],
    });
  });
});
