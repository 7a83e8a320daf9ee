// Lets Node keep what it makes of the sources: the JavaScript without types, and what V8 compiled. A start that finds
// it takes a third less work, and does not load the part of Node that strips types (17 MB). Where the folder cannot be
// written, nothing is kept, without a word. docs/decisions/0017-compile-cache.md says why it lies there.
// JavaScript, and loaded before all else (`node --import`), because what comes before it is stripped again each time.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/buddy'));
