import '../program/compile-cache.mjs';

// Only now, so that everything else is looked for in the cache.
const { runCommand } = await import('./commands.ts');
await runCommand();
