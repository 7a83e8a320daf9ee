import { afterAll, beforeAll, describe } from '@jest/globals';
import type { Screen, Stage } from '../stage.ts';
import { programTasks } from './program-tasks.ts';
import { questionTasks } from './question-tasks.ts';
import { firstTask, lastTasks } from './role-tasks.ts';
import { type Sitting, sitDown } from './sitting.ts';
import type { Written } from './written.ts';

/** Twelve things that someone does who runs the program and is no engineer, each after the one before, in one sitting. */
export function twelveTasks(stage: Stage, screen: Screen, written: Written): void {
  describe(`at ${screen.width} pixels`, () => {
    const sitting = {} as Sitting;
    beforeAll(async () => {
      Object.assign(sitting, await sitDown(stage, screen, written));
    });
    afterAll(() => stage.leave());

    firstTask(sitting, written);
    questionTasks(sitting, written);
    programTasks(stage, sitting, written);
    lastTasks(sitting, written);
  });
}
