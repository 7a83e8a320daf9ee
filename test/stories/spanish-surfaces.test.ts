import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readForm } from '../../adapters/playground/render-form.ts';
import { type Hospital, openHospital, until } from '../support/hospital.ts';
import type { Message, View } from '../support/slack/types.ts';
import { openTwoPlatforms, type TwoPlatforms } from '../support/two-platforms.ts';

/** What a platform adds to Buddy's own words is read in the language of who reads it. */
describe('on Slack', () => {
  let hospital: Hospital;
  beforeEach(async () => {
    hospital = await openHospital({ now: '2026-12-02T15:00:00Z' });
  });
  afterEach(() => hospital.close());

  async function closeLabel(who: { readonly locale: string }): Promise<string | undefined> {
    const person = hospital.slack.person('UROSA', { name: 'Rosa Vega', ...who });
    const { shown } = await person.command('/buddy', 'join');
    await person.press(shown as Message, 'pairing.join');
    await until(() => person.modal !== undefined);
    return (person.modal as View & { readonly close?: { readonly text: string } }).close?.text;
  }

  test('a form is canceled in Spanish by someone who reads Spanish', async () => {
    expect(await closeLabel({ locale: 'es-MX' })).toBe('Cancelar');
  });

  test('and in English by someone who reads English', async () => {
    expect(await closeLabel({ locale: 'en-US' })).toBe('Cancel');
  });
});

describe('in Teams', () => {
  let hospital: TwoPlatforms;
  beforeEach(async () => {
    hospital = await openTwoPlatforms({ now: '2026-12-02T15:00:00Z' });
  });
  afterEach(() => hospital.close());

  async function formOf(locale: string): Promise<{ readonly form: string; readonly line: string }> {
    const person = hospital.teams.person('rosa', { name: 'Rosa Vega', locale });
    const answer = await person.says('join');
    const pressed = await person.presses(answer.shown as never, 'pairing.join');
    return { form: JSON.stringify(person.lastAnswer), line: String(pressed.notice) };
  }

  test('what is missing in a form, and the line at a pressed card, are said in Spanish to a client that speaks it', async () => {
    const { form, line } = await formOf('es-MX');
    expect(form).toContain('Escribe algo aquí.');
    expect(line).toContain('Mi respuesta está abajo, en el chat.');
  });

  test('and in English to any other', async () => {
    const { form, line } = await formOf('fr-CA');
    expect(form).toContain('Please write something here.');
    expect(line).toContain('My answer is in the chat below.');
  });
});

test('on the playground, what is wrong in a form is said in the language of the form', () => {
  const fields = [{ type: 'text', id: 'code', label: 'Código', maxLength: 20, lines: 'one' }] as const;
  const errors = (language: 'en' | 'es') => readForm({ fields, language }, {}, []);
  expect(errors('es')).toMatchObject({ errors: { code: 'Completa esto.' } });
  expect(errors('en')).toMatchObject({ errors: { code: 'Please fill this in.' } });
});
