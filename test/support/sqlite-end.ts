import { rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** Jest's global tear-down. */
export default function tearDown(): void {
  const file = process.env.BUDDY_TEST_FILE;
  if (file !== undefined) rmSync(dirname(file), { recursive: true, force: true });
}
