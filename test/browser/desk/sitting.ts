import type { Screen, Stage } from '../stage.ts';
import { Desk } from './desk.ts';
import { WardByHand } from './ward-by-hand.ts';
import type { Written } from './written.ts';

/** One administrator after another at the same desk, on a ward where everyone has a buddy. */
export interface Sitting {
  desk: Desk;
  ward: WardByHand;
}

export async function sitDown(stage: Stage, screen: Screen, written: Written): Promise<Sitting> {
  const page = await stage.visit(screen);
  const ward = new WardByHand(stage.url);
  for (const one of ['wil', 'ana', 'dana']) await ward.setLanguage(one, written.account);
  await ward.pairs('ana', 'ben', 'Ben Okafor');
  await ward.pairs('chidi', 'dana', 'Dana Levi');
  await ward.pairs('elif', 'farah', 'Farah Haddad');
  await ward.pairs('gus', 'wil', 'Wil Park');
  await page.page.getByRole('button', { name: 'Close the tour' }).click();
  const desk = new Desk(page, written);
  await desk.is('Wil Park');
  return { desk, ward };
}
