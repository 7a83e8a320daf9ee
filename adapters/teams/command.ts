import type { WriteCommand } from '../../src/chat/fallback-text.ts';

/** In the personal chat commands are typed as they are, and a colleague is named, since nobody can be mentioned there. */
export const writeCommand: WriteCommand = ({ command, colleague }) =>
  colleague === undefined ? command : `${command} ${colleague.name}`;
