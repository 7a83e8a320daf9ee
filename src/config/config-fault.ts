/** Settings that can't be used. `message` has one line for each, every one naming its variable or its file. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault';
}
