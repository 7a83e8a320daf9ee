import { readConfig } from '../../src/config/config.ts';
import { startServer } from '../../src/program/server.ts';
import { createLog } from '../../src/system/logger.ts';
import { mondayAt } from './members.ts';

/** The whole server, on a clock that shows a Monday morning when it starts. */
const shift = mondayAt - Date.now();
const log = createLog('silent', 2);
const server = await startServer(readConfig({ ...process.env }), log, { now: () => Date.now() + shift });
console.log(`"port":${server.port}`);
