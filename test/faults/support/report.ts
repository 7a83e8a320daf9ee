import { appendFileSync } from 'node:fs';
import { again, seed } from './chance.ts';

/** One line of the table of faults. */
export interface Finding {
  readonly run: string;
  readonly did: string;
  readonly found: string;
}

/** Says how a run went and how to have it again; `npm run faults` collects the lines for docs/faults.md. */
export function report({ run, did, found }: Finding): void {
  process.stdout.write(`faults: ${run}: ${did}: ${found} (${again})\n`);
  const file = process.env.FAULTS_REPORT;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ run, did, found, seed })}\n`);
}
