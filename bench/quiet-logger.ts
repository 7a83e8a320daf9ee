import { type Logger, LogLevel } from '@slack/web-api';

/** A logger of the SDK's kind that says nothing. */
export const quietLogger: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};
