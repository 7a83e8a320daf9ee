import { describe, expect, test } from '@jest/globals';
import type { Effect } from '../../src/chat/effect.ts';
import type { InboundEvent } from '../../src/chat/event.ts';
import { replace, reply } from '../../src/chat/say.ts';
import type { View } from '../../src/chat/view.ts';
import { asksToOpen, aView, viewToFill } from '../adapters/sample-view.ts';
import type { OpenView } from '../support/open-view.ts';
import type { Stage } from './stage.ts';

interface Setting {
  stage(): Stage;
  events(): readonly InboundEvent[];
  answerWith(effects: readonly Effect[]): void;
}

const show = (view: View): Effect => ({ type: 'view', view });

/** What every adapter promises of views: one person sees them, at that moment, and nothing of them stays anywhere. */
export function describeViews(
  views: Readonly<Record<string, View>>,
  { stage, events, answerWith }: Setting,
): void {
  async function opened(view = aView): Promise<OpenView> {
    const { adapter, person } = stage();
    await adapter.deliver({ person, address: null }, { card: asksToOpen }, { key: 'a-key' });
    answerWith([show(view)]);
    return stage().opensView('help.show:R-1');
  }

  async function expectNothingToStay(): Promise<void> {
    answerWith([]);
    expect(await stage().outsideViews()).not.toContain('SECRET');
    expect(stage().log.lines.join('\n')).not.toContain('SECRET');
    expect(
      stage()
        .inbox()
        .map(({ words }) => words)
        .join(),
    ).toContain('Something waits for you.');
  }

  describe('a view', () => {
    test('is shown to who asks for it, and nothing of it stands in a message', async () => {
      const view = await opened();
      expect(events()).toMatchObject([{ type: 'press', button: 'help.show:R-1', from: stage().person }]);
      for (const words of ['For your eyes', 'SECRET of a colleague', 'SECRET@example.org', 'SECRET Ben'])
        expect(view.text).toContain(words);
      expect(view.buttons).toContain('pairing.accept:R-1');
      await expectNothingToStay();
    });

    test.each(Object.entries(views))('is within the limits, whatever it shows: %s', async (_, view) => {
      const { text } = await opened(view);
      expect(text).toContain(view.title);
      for (const { label } of view.fields) expect(text).toContain(label);
    });

    test('makes room for the next one when something in it is pressed', async () => {
      const view = await opened();
      answerWith([show(viewToFill)]);
      const next = await view.presses('pairing.accept:R-1');
      expect(events().at(-1)).toMatchObject({ type: 'press', button: 'pairing.accept:R-1' });
      expect(next.text).toContain('SECRET words above');
      expect(next.text).not.toContain('SECRET Ben');
      answerWith([show(aView)]);
      expect((await next.presses('help.show')).text).toContain('SECRET Ben');
      await expectNothingToStay();
    });

    test('opens the next one by a button that could open one from a message, too', async () => {
      const view = await opened();
      answerWith([show(viewToFill)]);
      expect((await view.presses('resources.guide')).text).toContain('SECRET words above');
    });

    test.each([
      ['a private answer', reply],
      ['a changed message', replace],
    ])('keeps %s to itself', async (_, answer) => {
      const view = await opened();
      answerWith([answer('SECRET that follows')]);
      expect((await view.presses('pairing.accept:R-1')).text).toContain('SECRET that follows');
      await expectNothingToStay();
    });

    test('brings what was entered: several colleagues, and several of a list in its order', async () => {
      const view = await opened(viewToFill);
      const { person, colleague } = stage();
      answerWith([show(aView)]);
      const next = await view.submits({
        colleagues: [colleague.id, person.id],
        kinds: ['a', 'c'],
        name: 'SECRET typed',
      });
      expect(next.text).toContain('SECRET of a colleague');
      const { answers } = events().at(-1) as { answers: object };
      expect(events().at(-1)).toMatchObject({ type: 'submit', form: 'settings.edit', from: person });
      expect(JSON.parse(JSON.stringify(answers))).toEqual({
        ...{ colleagues: [colleague, person], kinds: 'a,c', soon: 'week', name: 'SECRET typed' },
      });
      await expectNothingToStay();
    });

    test('is sent in with what stood in it from the start', async () => {
      const view = await opened(viewToFill);
      answerWith([reply('Thank you.')]);
      expect((await view.submits()).text).toContain('Thank you.');
      const { answers } = events().at(-1) as { answers: object };
      expect(JSON.parse(JSON.stringify(answers))).toEqual({ kinds: 'b', soon: 'week' });
    });

    test('stays, with a sentence at what must be fixed, and can be sent in again', async () => {
      const view = await opened(viewToFill);
      answerWith([{ ...show(viewToFill), errors: { name: 'SECRET is no name.' } } as Effect]);
      const again = await view.submits({ name: 'SECRET typed' });
      expect(again.text).toContain('SECRET is no name.');
      expect(again.text).toContain('SECRET words above');
      answerWith([reply('Thank you.')]);
      expect((await again.submits({ name: 'Ben' })).text).toContain('Thank you.');
      expect(events().at(-1)).toMatchObject({ type: 'submit', answers: { name: 'Ben' } });
      await expectNothingToStay();
    });
  });
}
