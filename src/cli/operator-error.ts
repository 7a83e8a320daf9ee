/** Something that an operator can mend; the message says in one line what and where. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}
