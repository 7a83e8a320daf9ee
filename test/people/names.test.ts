import { describe, expect, test } from '@jest/globals';
import { renderMessage } from '../../adapters/slack/render-card.ts';
import { renderCard } from '../../adapters/teams/render-card.ts';
import { asCard } from '../../src/chat/say.ts';

const person = { platform: 'playground', workspace: 'w', id: 'p' } as const;

describe('a name that got through all the same is no link', () => {
  const sentence = (name: string) =>
    asCard([{ person, name }, ' is your buddy. More: https://hospital.example/.']);

  test.each([
    'https://evil.example',
    'http://evil.example/x',
    'Ana https://evil.example',
    'www.evil.example',
  ])('%s', (name) => {
    expect(JSON.stringify(renderMessage(sentence(name)).blocks)).not.toMatch(/<[^>]*evil/);
    expect(JSON.stringify(renderCard(sentence(name)).body)).not.toMatch(/\]\([^)]*evil/);
    expect(JSON.stringify(renderMessage(sentence('Ana')).blocks)).toContain('<https://hospital.example/>');
  });

  test('nor a mention nor emphasis', () => {
    for (const name of ['<!channel>', '<@U0BEN>', '*Ana*', '[Ana](https://evil.example)']) {
      const [block] = renderMessage(sentence(name)).blocks;
      expect(JSON.stringify(block)).not.toMatch(/<!|<@/);
      if (name.startsWith('*')) expect(JSON.stringify(block)).toContain('"plain_text"');
      expect(JSON.stringify(renderCard(sentence(name)).body)).toContain('"RichTextBlock"');
    }
  });
});
