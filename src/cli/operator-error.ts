/** Something that an operator can fix; the message says in one line what and where. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}
