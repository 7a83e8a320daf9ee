/**
 * The one time limit: what the work comes to, or `late` when `ms` are over. The work then goes on by itself, and how it ends
 * is nobody's business any more.
 */
export async function within<T, Late>(ms: number, work: Promise<T>, late: Late): Promise<T | Late> {
  const over = Promise.withResolvers<Late>();
  const timer = setTimeout(over.resolve, Math.max(0, ms), late);
  try {
    return await Promise.race([work, over.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** `late` for work that may come to anything. */
export const tooLate = Symbol('too late');
