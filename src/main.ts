import './compile-cache.mjs';

// Only now, so that everything else is looked for in the cache.
const { main } = await import('./serve.ts');
await main();
