import './program/compile-cache.mjs';

// Only now, so that everything else is looked for in the cache.
const { main } = await import('./program/serve.ts');
await main();
